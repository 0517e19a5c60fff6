using System.Diagnostics;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>A guardrail as the panel shows it.</summary>
/// <param name="Challenger">Null where the rule does not look at requests.</param>
/// <param name="Champion">Null where the rule does not look at requests.</param>
/// <param name="Strength">How near the evidence is to the limit mark, 0..1 and beyond.</param>
/// <param name="Missing">What a decision still needs; null when nothing.</param>
public sealed record GuardrailLine(
    string Name, Badge Badge, bool Observing, ArmLine? Challenger, ArmLine? Champion, double Strength, string? Missing, string Reason)
{
    /// <summary>A sequential guardrail's evidence over time; null for failed looks, and before the first look.</summary>
    public EvidencePicture? Picture { get; init; }

    /// <summary>Its breach holds the rollout and calls a person, and rolls nothing back.</summary>
    public bool Warning { get; init; }

    /// <summary>How it is tested, and what it does.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <summary>Since when it has had nothing to go by; null while it has, or where that is not known.</summary>
    public DateTimeOffset? UnseenSince { get; init; }

    /// <summary>Before the first look: the rule as planned.</summary>
    public static GuardrailLine Planned(Guardrail guardrail)
    {
        var arm = ArmLines.HasArms(guardrail.Rule) ? ArmLine.Nothing : null;
        return new(
            guardrail.Name, new Badge("waits", Tone.Idle, Glyph.Clock, "Judged once the challenger has traffic"), !guardrail.Enforcing, arm, arm, 0,
            $"needs {CountText.Of(guardrail.MinimumRequests, "request", "requests")} on the challenger", "")
        {
            Traits = GuardTraits.Of(guardrail, null),
            Warning = guardrail is { Enforcing: true, Severity: Severity.Warning },
        };
    }

    /// <param name="unseenSince">Since when the rollout has had a guardrail with nothing to go by.</param>
    public static GuardrailLine Of(GuardrailAssessment assessment, DateTimeOffset? unseenSince = null)
    {
        var (guardrail, evidence, verdict) = assessment;
        var arms = ArmLines.HasArms(guardrail.Rule);
        return new(
            guardrail.Name,
            VerdictPresentation.Badge(verdict),
            !guardrail.Enforcing,
            arms ? ArmLines.Of(guardrail.Rule, evidence.Challenger) : null,
            arms ? ArmLines.Of(guardrail.Rule, evidence.Champion) : null,
            double.IsFinite(evidence.Strength) ? Math.Max(0, evidence.Strength) : 0,
            guardrail.Test is GuardTest.Sequential ? StillNeeded(evidence, verdict) : LooksNeeded(guardrail, evidence, verdict),
            SentenceText.Of(verdict.Reason))
        {
            Picture = EvidencePicture.Of(evidence),
            Traits = GuardTraits.Of(guardrail, evidence),
            Warning = guardrail is { Enforcing: true, Severity: Severity.Warning },
            UnseenSince = guardrail.Enforcing && verdict is Verdict.NoData or Verdict.Blind ? unseenSince : null,
        };
    }

    private static string? StillNeeded(Evidence evidence, Verdict verdict) => verdict is Verdict.Inconclusive { MissingRequests: > 0 and var missing }
        ? $"{CountText.Of(missing, "more request", "more requests")} to go{(evidence.TimeMissing is { } time ? $", about {DurationText.Rough(time)} at this pace" : "")}"
        : null;

    private static string? LooksNeeded(Guardrail guardrail, Evidence evidence, Verdict verdict) => verdict switch
    {
        Verdict.Inconclusive { MissingRequests: > 0 } inconclusive =>
            $"{CountText.Of(inconclusive.MissingRequests)} of {CountText.Of(Math.Max(evidence.RequiredRequests, inconclusive.MissingRequests))} requests to go",
        Verdict.Breach => $"{evidence.LooksFailed} of the last {CountText.Of(evidence.LooksTaken, "look", "looks")} failed, {guardrail.FailedLooks} make a breach",
        _ when evidence.LooksFailed > 0 => $"{evidence.LooksFailed} of {guardrail.FailedLooks} failed looks needed in the last {guardrail.Looks}",
        Verdict.Healthy or Verdict.Inconclusive or Verdict.NoData or Verdict.Blind or Verdict.SharedCause => null,
        _ => throw new UnreachableException(),
    };
}
