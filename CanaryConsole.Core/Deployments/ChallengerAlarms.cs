using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Deployments;

/// <summary>The CloudWatch alarms that a plan wants on its challenger. Pure.</summary>
internal static class ChallengerAlarms
{
    /// <param name="owner">The rollout's id.</param>
    public static IReadOnlyList<GuardAlarm> Of(string owner, RolloutPlan plan) =>
    [
        .. (plan.Surroundings?.Alarms ?? [])
            .GroupBy(alarm => alarm.Kind)
            .SelectMany(kind => kind.Select((alarm, index) => Alarm(owner, plan, alarm, index == 0 ? Word(kind.Key) : $"{Word(kind.Key)}-{index + 1}"))),
    ];

    private static GuardAlarm Alarm(string owner, RolloutPlan plan, ChallengerAlarm alarm, string word) => new(
        GuardAlarms.Name(owner, $"challenger-{word}"),
        Guardrail: null,
        Rule(alarm, plan.Challenger.InstanceType),
        plan.Endpoint,
        plan.Challenger.VariantName,
        ConfigName: null,
        TimeSpan.FromMinutes(1),
        alarm.Minutes,
        alarm.Minutes,
        LineageTags.MarkAndTags(owner, plan))
    {
        Notifies = true,
    };

    private static AlarmRule Rule(ChallengerAlarm alarm, string instanceType) => alarm.Kind switch
    {
        ChallengerAlarmKind.LatencyP99 => new AlarmRule.Latency(0.99, TimeSpan.FromMilliseconds(alarm.Limit)),
        ChallengerAlarmKind.ErrorRate5xx => new AlarmRule.ServerErrorRate(Percentage.FromFraction(alarm.Limit)),
        // CloudWatch sums the cores' percents, so all of an instance of 4 cores is 400.
        ChallengerAlarmKind.Cpu => new AlarmRule.Utilization(UtilizationKind.Cpu, alarm.Limit * (InstanceCores.Of(instanceType) ?? 1)),
        ChallengerAlarmKind.Memory => new AlarmRule.Utilization(UtilizationKind.Memory, alarm.Limit),
    };

    private static string Word(ChallengerAlarmKind kind) => kind switch
    {
        ChallengerAlarmKind.LatencyP99 => "latency-p99",
        ChallengerAlarmKind.ErrorRate5xx => "errors-5xx",
        ChallengerAlarmKind.Cpu => "cpu",
        ChallengerAlarmKind.Memory => "memory",
    };
}
