using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation;

/// <summary>One side's estimate: "0.41 %", "0.12 – 1.0", "2 of 488".</summary>
public sealed record ArmLine(string Estimate, string? Interval, string? Counts);

/// <summary>A guardrail as the panel shows it.</summary>
/// <param name="Strength">How near the evidence is to the limit mark, 0..1 and beyond.</param>
/// <param name="Missing">What a decision still needs; null when nothing.</param>
public sealed record GuardrailLine(
    string Name, Badge Badge, bool Observing, ArmLine Challenger, ArmLine Champion, double Strength, string? Missing, string Reason)
{
    private static readonly ArmLine Nothing = new("–", null, null);

    /// <summary>Before the first look: the rule as planned.</summary>
    public static GuardrailLine Planned(Guardrail guardrail) => new(
        guardrail.Name, new Badge("waits", Tone.Idle, Glyph.Clock, "Judged once the challenger has traffic"), !guardrail.Enforcing, Nothing, Nothing, 0,
        $"needs {CountText.Of(guardrail.MinimumRequests, "request", "requests")} on the challenger", "");

    public static GuardrailLine Of(GuardrailAssessment assessment)
    {
        var (guardrail, evidence, verdict) = assessment;
        return new(
            guardrail.Name,
            VerdictPresentation.Badge(verdict),
            !guardrail.Enforcing,
            Arm(guardrail.Rule, evidence.Challenger),
            Arm(guardrail.Rule, evidence.Champion),
            double.IsFinite(evidence.Strength) ? Math.Max(0, evidence.Strength) : 0,
            StillNeeded(guardrail, evidence, verdict),
            SentenceText.Of(verdict.Reason));
    }

    private static ArmLine Arm(GuardrailRule rule, ArmEvidence arm)
    {
        if (arm.Requests == 0)
        {
            return Nothing;
        }

        var counts = $"{CountText.Of(arm.Bad)} of {CountText.Of(arm.Requests)}";
        return rule switch
        {
            GuardrailRule.LatencyLimit limit => new(LatencyText.Of(arm.Latency), null, $"{counts} slower than {LatencyText.Of(limit.Limit)}"),
            GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion => new(RateText.Errors(arm.Rate), Interval(arm), counts),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Interval(ArmEvidence arm) => arm is { Low: { } low, High: { } high } ? $"{Short(low)} – {Short(high)}" : null;

    private static string Short(Percentage rate) => rate.Percent.ToString(rate.Percent < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string? StillNeeded(Guardrail guardrail, Evidence evidence, Verdict verdict) => verdict switch
    {
        Verdict.Inconclusive { MissingRequests: > 0 } inconclusive =>
            $"{CountText.Of(inconclusive.MissingRequests)} of {CountText.Of(Math.Max(evidence.RequiredRequests, inconclusive.MissingRequests))} requests to go",
        Verdict.Breach => $"{evidence.LooksFailed} of the last {CountText.Of(evidence.LooksTaken, "look", "looks")} failed, {guardrail.FailedLooks} make a breach",
        _ when evidence.LooksFailed > 0 => $"{evidence.LooksFailed} of {guardrail.FailedLooks} failed looks needed in the last {guardrail.Looks}",
        Verdict.Healthy or Verdict.Inconclusive or Verdict.NoData or Verdict.Blind => null,
        _ => throw new UnreachableException(),
    };
}
