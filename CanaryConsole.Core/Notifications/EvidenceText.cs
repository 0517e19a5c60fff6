using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Notifications;

/// <summary>A guardrail and what it had seen, as one line of plain text.</summary>
internal static class EvidenceText
{
    public static string Line(GuardrailAssessment assessment)
    {
        var (guardrail, evidence, verdict) = assessment;
        var observing = guardrail.Enforcing ? "" : ", observing only";
        var looks = evidence.LooksTaken > 0 ? Text($" {evidence.LooksFailed} of {evidence.LooksTaken} looks failed.") : "";
        return Text($"- {guardrail.Name} ({Rule(guardrail.Rule)}{observing}): {Word(verdict)}. {NotificationText.Sentence(verdict.Reason)}")
            + Text($" Challenger: {Arm(evidence.Challenger)}. Champion: {Arm(evidence.Champion)}.{looks}");
    }

    private static string Rule(GuardrailRule rule) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => Text($"errors at most {limit.Limit}"),
        GuardrailRule.LatencyLimit limit => Text($"p{limit.Percentile * 100:0.#} at most {limit.Limit.TotalMilliseconds:0.#} ms"),
        GuardrailRule.ErrorRateAgainstChampion against => Text($"errors at most {against.Ratio:0.##} times the champion's"),
        _ => throw new UnreachableException(),
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Healthy => "healthy",
        Verdict.Breach => "breach",
        Verdict.Inconclusive => "inconclusive",
        Verdict.NoData => "no data",
        Verdict.Blind => "blind",
        Verdict.SharedCause => "shared cause",
        _ => throw new UnreachableException(),
    };

    private static string Arm(ArmEvidence arm)
    {
        if (arm.Rate is not { } rate)
        {
            return "no requests";
        }

        var interval = arm is { Low: { } low, High: { } high } ? Text($", 95 % interval {low} to {high}") : "";
        var latency = arm.Latency is { } measured ? Text($", measured {measured.TotalMilliseconds:0.#} ms") : "";
        return Text($"{arm.Bad:N0} of {arm.Requests:N0} requests bad ({rate}{interval}){latency}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
