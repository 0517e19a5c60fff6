using System.Collections;
using System.Collections.Concurrent;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// Holds messages against the bounds of Amazon's models: required members, lengths, counts, ranges, patterns and enumerations, however deep
/// in the message. The clients ask before they send, the sandbox before it answers.
/// </summary>
public static class WireBounds
{
    private const int MaxDepth = 64;

    private static readonly ConcurrentDictionary<Type, WireMember[]> Members = new();

    /// <summary>Every bound the message does not keep to, in the order of its members.</summary>
    /// <exception cref="ArgumentException">The message is nested deeper than any message of Amazon's.</exception>
    public static IEnumerable<WireViolation> Violations(object message)
    {
        ArgumentNullException.ThrowIfNull(message);

        return Of(message, "", MaxDepth);
    }

    private static IEnumerable<WireViolation> Of(object structure, string prefix, int depth)
    {
        if (depth == 0)
        {
            throw new ArgumentException($"The message is nested deeper than {MaxDepth} structures.", nameof(structure));
        }

        foreach (var member in Members.GetOrAdd(structure.GetType(), WireMember.Of))
        {
            var path = prefix + member.Name;
            var value = member.Read(structure);
            foreach (var constraint in member.Violations(value))
            {
                yield return new WireViolation(path, ValueText.Of(value), constraint);
            }

            foreach (var violation in member.HoldsStructures ? Within(value, path, depth) : [])
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<WireViolation> Within(object? value, string path, int depth) => value switch
    {
        null => [],
        IDictionary map => map.Keys.Cast<string>().SelectMany(key => Inner(map[key], $"{path}.{key}.member", depth)),
        IList list => Enumerable.Range(0, list.Count).SelectMany(i => Inner(list[i], $"{path}.{i + 1}.member", depth)),
        _ => Of(value, path + ".", depth - 1),
    };

    private static IEnumerable<WireViolation> Inner(object? item, string path, int depth) =>
        item is null ? [new WireViolation(path, null, WireMember.NotNull)] : Of(item, path + ".", depth - 1);
}
