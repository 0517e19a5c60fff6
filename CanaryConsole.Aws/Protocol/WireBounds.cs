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

        // Nearly every message keeps to its bounds, and then nothing is to be written about it.
        return Holds(message, MaxDepth) ? [] : Of(message, "", MaxDepth);
    }

    private static bool Holds(object structure, int depth)
    {
        ThrowIfTooDeep(depth);
        foreach (var member in Members.GetOrAdd(structure.GetType(), WireMember.Of))
        {
            var value = member.Read(structure);
            if (!member.Holds(value) || (member.HoldsStructures && value is not null && !HoldsWithin(value, depth - 1)))
            {
                return false;
            }
        }

        return true;
    }

    private static void ThrowIfTooDeep(int depth)
    {
        if (depth == 0)
        {
            throw new ArgumentException($"The message is nested deeper than {MaxDepth} structures.");
        }
    }

    private static bool HoldsWithin(object value, int depth)
    {
        var structures = value is IDictionary map ? map.Values : value as ICollection;
        if (structures is null)
        {
            return Holds(value, depth);
        }

        foreach (var structure in structures)
        {
            if (structure is null || !Holds(structure, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<WireViolation> Of(object structure, string prefix, int depth)
    {
        ThrowIfTooDeep(depth);
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
