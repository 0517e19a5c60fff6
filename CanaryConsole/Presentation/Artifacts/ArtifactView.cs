using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Presentation.Artifacts;

/// <summary>A contract's report as its card shows it.</summary>
internal sealed record ArtifactView(Badge Badge, IReadOnlyList<ArtifactLine> Lines)
{
    /// <summary>Before anybody has looked.</summary>
    public static Badge Unchecked { get; } = new("Not checked", Tone.Idle, Glyph.Clock, "Nobody has looked at these bytes yet; a start looks by itself");

    public static ArtifactView Of(ArtifactReport report) => new(Summary(report), [.. report.Findings.Select(ArtifactLine.Of)]);

    /// <summary>As in "9 of 9 rules".</summary>
    public static Badge Summary(ArtifactReport report)
    {
        var passed = report.Findings.Count(finding => finding.Result is ArtifactResult.Passed);
        var text = $"{CountText.Of(passed)} of {CountText.Of(report.Findings.Count, "rule", "rules")}";
        return report switch
        {
            { Passed: true } => new Badge(text, Tone.Good, Glyph.Check),
            { FirstFailure: { Result: ArtifactResult.Unknown, Why: var why } } => new Badge(text, Tone.Warn, Glyph.EyeOff, why),
            _ => new Badge(text, Tone.Bad, Glyph.Cross, report.FirstFailure?.Why),
        };
    }
}

/// <param name="Why">Null where the rule passed.</param>
internal sealed record ArtifactLine(string Rule, string Name, Badge Result, string? Why)
{
    public static ArtifactLine Of(ArtifactFinding finding) => new(
        finding.Rule,
        finding.Name,
        finding.Result switch
        {
            ArtifactResult.Passed => new Badge("passed", Tone.Good, Glyph.Check),
            ArtifactResult.Failed => new Badge("failed", Tone.Bad, Glyph.Cross),
            ArtifactResult.Unknown => new Badge("unknown", Tone.Warn, Glyph.EyeOff),
        },
        finding.Why);
}
