using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Lints all alarms a managed plan would watch, its own and the team's. Pure.</summary>
internal static class GuardrailLint
{
    public static IReadOnlyList<LintFinding> Check(RolloutPlan plan, EndpointDescription endpoint, IReadOnlyList<AlarmFacts> theirs)
    {
        if (plan.Managed is not { } managed)
        {
            return [];
        }

        var rate = managed.RequestsPerSecond * managed.FirstShare(plan.Challenger.InstanceCount).Fraction;
        var context = new LintContext(managed.WaitInterval, endpoint.MetricPeriod, rate);
        var own = GuardAlarms.Of("planned", "planned", plan).Where(alarm => alarm.Rule is not AlarmRule.Abort).ToList();
        return
        [
            .. own.SelectMany(alarm => Own(alarm, context)),
            .. own.Select(alarm => TooFewRequests(alarm, context)).OfType<LintFinding>(),
            .. plan.Guardrails.Where(guardrail => guardrail is { Enforcing: true, Rule: GuardrailRule.ErrorRateAgainstChampion }).Select(Unexpressed),
            .. theirs.SelectMany(alarm => AlarmLint.Check(alarm, context, "managed.alarms")),
            .. plan.AutoRollback ? Array.Empty<LintFinding>() : [new LintFinding(false, "autoRollback", "Automatic rollback is off: SageMaker watches the abort alarm and the alarms you named, none of the console's guardrails.")],
        ];
    }

    private static IEnumerable<LintFinding> Own(GuardAlarm alarm, LintContext context) => AlarmLint.Check(
            GuardAlarms.Facts(alarm) with { Name = alarm.Guardrail! },
            context,
            alarm.Rule is AlarmRule.ErrorRate ? "errorRateLimit" : "latencyP99LimitMs")
        .Select(finding => finding.IsError && alarm.Window > context.Bake ? finding with { Field = "managed.waitSeconds" } : finding);

    private static LintFinding? TooFewRequests(GuardAlarm alarm, LintContext context) =>
        alarm.Rule is AlarmRule.ErrorRate rate && context.RequestsPerSecond * alarm.Period.TotalSeconds is { } expected && expected < rate.MinimumRequests
            ? new LintFinding(false, "minimumRequests", string.Create(
                CultureInfo.InvariantCulture,
                $"alarm \"{alarm.Guardrail}\" needs {rate.MinimumRequests:N0} requests in a period of {alarm.Period.TotalSeconds:0} s; the first step brings about {expected:N0}, so only the console itself judges it there."))
            : null;

    private static LintFinding Unexpressed(Guardrail guardrail) => new(
        false, "errorRatioLimit", $"\"{guardrail.Name}\" cannot be a CloudWatch alarm: the console watches it itself and sets its abort alarm on a breach.");
}
