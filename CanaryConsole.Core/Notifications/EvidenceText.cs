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
        var weighed = evidence is { LogEvidence: { } log, LogLimit: { } limit } ? Text($" Evidence {Math.Max(0, log):0.0} of the {limit:0.0} that make a breach.") : "";
        return Text($"- {guardrail.Name} ({Rule(guardrail.Rule)}{observing}): {Word(verdict)}. {NotificationText.Sentence(verdict.Reason)}")
            + $"{Arms(guardrail.Rule, evidence)}{weighed}{looks}";
    }

    /// <summary>Empty for a rule that looks at one number, which its reason tells.</summary>
    private static string Arms(GuardrailRule rule, Evidence evidence) => rule switch
    {
        GuardrailRule.UtilizationLimit or GuardrailRule.MetricLimit or GuardrailRule.AlarmState => "",
        GuardrailRule.InvocationsMissing or GuardrailRule.TrafficSplit => Text($" Challenger: {evidence.Challenger.Requests:N0} requests. Champion: {evidence.Champion.Requests:N0} requests."),
        _ => $" Challenger: {Arm(evidence.Challenger)}. Champion: {Arm(evidence.Champion)}.",
    };

    private static string Rule(GuardrailRule rule) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => Text($"{Errors(limit.Counted)} at most {limit.Limit}"),
        GuardrailRule.LatencyLimit limit => Text($"p{limit.Percentile * 100:0.#} at most {limit.Limit.TotalMilliseconds:0.#} ms"),
        GuardrailRule.ErrorRateAgainstChampion against => Text($"{Errors(against.Counted)} at most {against.Ratio:0.##} times the champion's"),
        GuardrailRule.LatencyAgainstChampion against => Text($"latency at most {against.Ratio:0.##} times the champion's odds of a slow request"),
        GuardrailRule.UtilizationLimit limit => Text($"{(limit.Kind is UtilizationKind.Cpu ? "CPU" : "memory")} at most {limit.LimitPercent:0.##} %"),
        GuardrailRule.InvocationsMissing missing => Text($"requests within {missing.For.TotalMinutes:0.##} min"),
        GuardrailRule.MetricLimit limit => Text($"{limit.Query.Expression ?? limit.Query.Metrics[0].MetricName} {(limit.Above ? "at most" : "at least")} {limit.Limit}"),
        GuardrailRule.AlarmState alarm => $"alarm {alarm.AlarmName} quiet",
        GuardrailRule.TrafficSplit => "traffic split as set",
        _ => throw new UnreachableException(),
    };

    private static string Errors(ErrorKind kind) => kind switch
    {
        ErrorKind.Failures => "errors",
        ErrorKind.ServerErrors => "5xx answers",
        ErrorKind.ClientErrors => "4xx answers",
        ErrorKind.ModelErrors => "model errors",
        ErrorKind.All => "4xx answers and errors",
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
