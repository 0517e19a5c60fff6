using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One line of what was wanted against what is there.</summary>
public sealed record DivergenceLine(string What, string Wanted, string Seen, bool Differs);

/// <summary>Somebody else's change, for the banner.</summary>
/// <param name="NotAdoptable">Why it cannot be adopted; null when it can.</param>
/// <param name="NotRestorable">Why it cannot be restored; null when it can.</param>
/// <param name="Restoring">What the restoration waits for; null while none is ordered.</param>
public sealed record DivergenceView(
    DateTimeOffset Since, string Told, IReadOnlyList<DivergenceLine> Lines, string? NotAdoptable, string? NotRestorable, string? Restoring)
{
    /// <summary>Null when nobody else has changed anything.</summary>
    public static DivergenceView? Of(RolloutState state)
    {
        if (state.Divergence is not { } standing)
        {
            return null;
        }

        var (expected, seen) = (standing.Found.Expected, standing.Found.Seen);
        var names = expected.Variants.Concat(seen.Variants).Select(variant => variant.Name).Distinct(StringComparer.Ordinal);
        var config = expected.ConfigName.Length > 0 ? expected.ConfigName : "unknown";
        return new(
            standing.Since,
            SentenceText.Of(standing.Found.Told),
            [Line("configuration", config, seen.ConfigName), .. names.Select(name => Line(name, Variant(expected, name), Variant(seen, name)))],
            standing.Found.NotAdoptable is { } reason ? SentenceText.Of(reason) : null,
            standing.Found.NotRestorable is { } stuck ? SentenceText.Of(stuck) : null,
            standing.Restoration is { } restoration
                ? $"Bringing back configuration {config}; asked for {CountText.Of(restoration.Requests, "time", "times")}. The weights follow when it is read back."
                : null);
    }

    private static DivergenceLine Line(string what, string wanted, string seen) => new(what, wanted, seen, !string.Equals(wanted, seen, StringComparison.Ordinal));

    private static string Variant(EndpointSight sight, string name) => sight.Variant(name) is { } variant
        ? string.Join(", ", new[] { ShareText.Of(sight.ShareOf(name)), variant.ModelName, variant.InstanceType }.Where(part => part.Length > 0))
        : "not there";
}
