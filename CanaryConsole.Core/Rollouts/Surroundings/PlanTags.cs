using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The tags of a request, held to what AWS takes. Pure.</summary>
internal static partial class PlanTags
{
    private const int Most = 20;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>Null where none were asked for.</summary>
    public static IReadOnlyDictionary<string, string>? Of(RolloutRequest request)
    {
        if (request.Tags is not { Count: > 0 } asked)
        {
            return null;
        }

        if (asked.Count > Most)
        {
            throw RequestBounds.Invalid("tags", $"tags has {asked.Count} entries; at most {Most} are possible.");
        }

        foreach (var (key, value) in asked)
        {
            if (Problem(key, value) is { } problem)
            {
                throw RequestBounds.Invalid("tags", $"tags has the key \"{key}\"{problem}.");
            }
        }

        return new SortedDictionary<string, string>(asked.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string? Problem(string key, string? value) => (key, value) switch
    {
        ({ Length: 0 or > LongestKey }, _) => $", which has {key.Length} characters; it must have 1 to {LongestKey}",
        (_, null) => ", which has no value; give it one, or an empty text",
        (_, { Length: > LongestValue }) => $" with a value of {value.Length} characters; at most {LongestValue} are possible",
        _ when key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) => ", whose beginning is Amazon's own",
        _ when key.StartsWith(LineageTags.Prefix, StringComparison.OrdinalIgnoreCase) => ", whose beginning is the console's own",
        _ when !Allowed().IsMatch(key) || !Allowed().IsMatch(value) => "; key and value may have letters, digits, spaces and _ . : / = + - @",
        _ => null,
    };

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex Allowed();
}
