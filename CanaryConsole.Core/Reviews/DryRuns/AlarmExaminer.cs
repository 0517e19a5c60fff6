using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Alarms of the team that the plan names: there, and not in ALARM already.</summary>
internal sealed class AlarmExaminer(IAlarmControl alarms) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared)
    {
        List<string> names = [.. prepared.Plan.Guardrails.Select(guardrail => guardrail.Rule).OfType<GuardrailRule.AlarmState>().Select(rule => rule.AlarmName), .. prepared.Plan.Managed?.ExtraAlarms ?? []];
        names = [.. names.Distinct(StringComparer.Ordinal)];
        return names.Count == 0
            ? []
            : [new DryRunQuestion("Alarms", async stop => [.. (await alarms.DescribeAsync(names, stop).ConfigureAwait(false)).Select(Check)])];
    }

    private static DryRunCheck Check(AlarmFacts alarm)
    {
        var name = $"Alarm {alarm.Name}";
        return alarm.Seen.State switch
        {
            AlarmState.Missing => new DryRunCheck(name, DryRunResult.Failed, "It does not exist in this account and region."),
            AlarmState.Alarm => new DryRunCheck(name, DryRunResult.Failed, "It is in ALARM: the rollout would be rolled back at once."),
            AlarmState.InsufficientData => new DryRunCheck(name, DryRunResult.Warned, "It has no data, so it says nothing yet."),
            AlarmState.Ok => new DryRunCheck(name, DryRunResult.Passed, null),
        };
    }
}
