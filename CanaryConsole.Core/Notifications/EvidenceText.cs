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
        var weighed = evidence is { LogEvidence: { } log, LogLimit: { } limit } ? Text($" Evidence {Math.Max(0, log):0.0} of the {limit:0.0} that make a breach.") : "";
        return Text($"- {guardrail.Name} ({GuardrailWords.Rule(guardrail.Rule)}{observing}): {GuardrailWords.Verdict(verdict)}. {NotificationText.Sentence(verdict.Reason)}")
            + $"{Arms(guardrail.Rule, evidence)}{weighed}{looks}";
    }

    /// <summary>Empty for a rule that looks at one number, which its reason tells.</summary>
    private static string Arms(GuardrailRule rule, Evidence evidence) => rule switch
    {
        GuardrailRule.UtilizationLimit or GuardrailRule.MetricLimit or GuardrailRule.AlarmState => "",
        GuardrailRule.InvocationsMissing or GuardrailRule.TrafficSplit => Text($" Challenger: {evidence.Challenger.Requests:N0} requests. Champion: {evidence.Champion.Requests:N0} requests."),
        _ => $" Challenger: {Arm(evidence.Challenger)}. Champion: {Arm(evidence.Champion)}.",
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
