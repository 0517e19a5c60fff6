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
        var looks = evidence.LooksTaken > 0 ? Text($" {evidence.LooksFailed} of {evidence.LooksTaken} looks failed.") : evidence is { LogEvidence: { } log, LogLimit: { } limit } ? Text($" Evidence {Math.Max(0, log):0.0} of {limit:0.0}.") : "";
        return Text($"- {guardrail.Name} ({GuardrailWords.Rule(guardrail.Rule)}{observing}): {GuardrailWords.Verdict(verdict)}. {NotificationText.Sentence(verdict.Reason)}")
            + Text($" Challenger: {Arm(evidence.Challenger)}. Champion: {Arm(evidence.Champion)}.{looks}");
    }

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
