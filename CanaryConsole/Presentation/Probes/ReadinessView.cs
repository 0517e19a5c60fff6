using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Presentation.Probes;

/// <summary>What the readiness card shows.</summary>
/// <param name="Summary">The whole in a word.</param>
/// <param name="AskedAt">When it was looked up; null before the first time.</param>
public sealed record ReadinessView(Badge Summary, IReadOnlyList<ReadinessLine> Lines, DateTimeOffset? AskedAt)
{
    /// <summary>Null where there is nothing to be ready for: the rollout is over, or its plan is older than the look.</summary>
    public static ReadinessView? Of(RolloutSnapshot rollout) => rollout switch
    {
        { State.IsFinished: true } or { State.Plan.Readiness: null } => null,
        { Readiness: { } report } => new(SummaryOf(report), [.. report.Checks.Select(ReadinessLine.Of)], report.At),
        _ => new(new Badge("not looked yet", Tone.Idle, Glyph.Clock), [], null),
    };

    private static Badge SummaryOf(ReadinessReport report) => report.Checks.Count(check => check.Holds) switch
    {
        0 => new Badge("ready", Tone.Good, Glyph.Check),
        1 => new Badge("not ready: 1 thing", report.Checks.Any(check => check is { Holds: true, Result: ReadinessResult.Failed }) ? Tone.Bad : Tone.Warn, Glyph.Alert),
        var things => new Badge($"not ready: {things} things", Tone.Bad, Glyph.Alert),
    };
}

/// <summary>One check as a line.</summary>
public sealed record ReadinessLine(string Name, Glyph Glyph, Tone Tone, string Word, string? Why)
{
    internal static ReadinessLine Of(ReadinessCheck check) => check switch
    {
        { Result: ReadinessResult.Passed } => new(check.Name, Glyph.Check, Tone.Good, "there", check.Why),
        { Result: ReadinessResult.Failed } => new(check.Name, Glyph.Cross, Tone.Bad, "missing", check.Why),
        { Holds: true } => new(check.Name, Glyph.Alert, Tone.Warn, "unknown", check.Why),
        _ => new(check.Name, Glyph.EyeOff, Tone.Idle, "not looked at", check.Why),
    };
}
