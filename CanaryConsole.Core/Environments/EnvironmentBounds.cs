using System.Globalization;
using System.Text.RegularExpressions;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Core.Environments;

/// <summary>What the entries of an environment file may be. Pure.</summary>
internal static partial class EnvironmentBounds
{
    private const int MostEnvironments = 20;
    private const int LongestName = 32;
    private const int MostPatterns = 50;
    private const int MostApprovals = 10;
    private const double MostHours = 2_160;

    /// <summary>The first field that is out of its bounds, with a sentence; null when none is.</summary>
    public static (string Field, string Reason)? Fault(IReadOnlyList<EnvironmentEntry> entries)
    {
        if (entries.Count is < 1 or > MostEnvironments)
        {
            return ("environments", $"environments has {entries.Count} entries; 1 to {MostEnvironments} are possible.");
        }

        for (var index = 0; index < entries.Count; index++)
        {
            if (Fault(JsonShape.Element("environments", index), entries[index], [.. entries.Take(index).Select(entry => entry.Name)]) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static (string Field, string Reason)? Fault(string at, EnvironmentEntry entry, IReadOnlyList<string> before)
    {
        if (entry.Name.Length > LongestName || !Name().IsMatch(entry.Name))
        {
            return Of(at, "name", $"is \"{entry.Name}\"; a name is 1 to {LongestName} lower-case letters, digits and inner hyphens.");
        }

        if (before.Contains(entry.Name, StringComparer.Ordinal))
        {
            return Of(at, "name", $"is \"{entry.Name}\", which another environment is called already.");
        }

        if (entry.Endpoints.Count is < 1 or > MostPatterns)
        {
            return Of(at, "endpoints", $"has {entry.Endpoints.Count} entries; 1 to {MostPatterns} are possible.");
        }

        if (entry.Endpoints.Index().FirstOrDefault(pattern => !Pattern().IsMatch(pattern.Item)) is (var index, { } wrong))
        {
            return Of(at, JsonShape.Element("endpoints", index), $"is \"{wrong}\"; a pattern is 1 to 100 letters, digits and hyphens of an endpoint's name, * for any.");
        }

        if (entry.Approvals is < 0 or > MostApprovals)
        {
            return Of(at, "approvals", string.Create(CultureInfo.InvariantCulture, $"is {entry.Approvals}; it must be between 0 and {MostApprovals}."));
        }

        if (entry.Strategies is { } strategies && (strategies.Count == 0 || strategies.Distinct().Count() != strategies.Count))
        {
            return Of(at, "strategies", strategies.Count == 0 ? "is empty, so nothing could ever start; name what is allowed, or leave it out for all." : "names a strategy twice.");
        }

        return entry.Predecessor is { } predecessor ? Fault($"{at}.predecessor", predecessor, entry.Name, before) : null;
    }

    private static (string Field, string Reason)? Fault(string at, PredecessorEntry predecessor, string name, IReadOnlyList<string> before)
    {
        // Only what stands above can come before: so no two environments can wait for each other.
        if (!before.Contains(predecessor.Environment, StringComparer.Ordinal))
        {
            return Of(at, "environment", before.Count == 0
                ? $"is \"{predecessor.Environment}\", but no environment stands above {name}."
                : $"is \"{predecessor.Environment}\"; it must be one that stands above {name}: {string.Join(", ", before)}.");
        }

        return predecessor.ForHours is > 0 and <= MostHours
            ? null
            : Of(at, "forHours", string.Create(CultureInfo.InvariantCulture, $"is {predecessor.ForHours}; it must be above 0 and at most {MostHours} (90 days)."));
    }

    private static (string Field, string Reason) Of(string at, string member, string reason) => ($"{at}.{member}", $"{at}.{member} {reason}");

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-zA-Z0-9*-]{1,100}$")]
    private static partial Regex Pattern();
}
