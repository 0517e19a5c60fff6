using System.Globalization;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Deployments;

/// <summary>The alarms that stand for a plan's guardrails, and the one that only a hand moves. Pure.</summary>
public static class GuardAlarms
{
    /// <summary>SageMaker watches at most this many.</summary>
    public const int Most = 10;

    private const int MaximumName = 255;
    private static readonly int[] Minutes = [1, 2, 3, 5, 10, 15, 30];

    /// <summary>One alarm an enforcing guardrail that CloudWatch can judge; a comparison with the champion is watched by the console alone.</summary>
    /// <param name="owner">The rollout's id.</param>
    public static IReadOnlyList<GuardAlarm> Of(string owner, string configName, RolloutPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Managed is not { } managed)
        {
            return [];
        }

        var rules = plan.Guardrails.Where(guardrail => guardrail.Enforcing)
            .Select(guardrail => (Guardrail: guardrail, Rule: Rule(guardrail)))
            .Where(one => one.Rule is not null)
            .GroupBy(one => Word(one.Rule!), StringComparer.Ordinal)
            .SelectMany(same => same.Select((one, index) => Alarm(index == 0 ? same.Key : $"{same.Key}-{index + 1}", one.Guardrail.Name, one.Rule!, one.Guardrail)));
        return [.. rules, Alarm("abort", null, new AlarmRule.Abort(), null)];

        GuardAlarm Alarm(string word, string? guardrail, AlarmRule rule, Guardrail? from) => new(
            Name(owner, word),
            guardrail,
            rule,
            plan.Endpoint,
            plan.Challenger.VariantName,
            configName,
            from is null ? TimeSpan.FromMinutes(1) : Period(managed, plan, from),
            from?.Looks ?? 1,
            from?.FailedLooks ?? 1,
            LineageTags.MarkAndTags(owner, plan));
    }

    /// <summary>The alarms SageMaker is to watch: without automatic rollback only the one that a person moves.</summary>
    public static IReadOnlyList<string> Watched(IReadOnlyList<GuardAlarm> alarms, RolloutPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. alarms.Where(alarm => plan.AutoRollback || alarm.Rule is AlarmRule.Abort).Select(alarm => alarm.Name),
            .. plan.Managed?.ExtraAlarms ?? [],
        ];
    }

    /// <summary>An alarm that does not exist yet, as the lint would see it once it does.</summary>
    public static AlarmFacts Facts(GuardAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var (metric, statistic, threshold) = alarm.Rule switch
        {
            // A rate of failures behaves as the average of a metric that is 1 or 0 per request.
            AlarmRule.ErrorRate rate => ("InvocationModelErrors", "Average", rate.Limit.Fraction),
            AlarmRule.Latency latency => ("ModelLatency", PercentileName(latency.Percentile), latency.Limit.TotalMicroseconds),
            _ => ((string?)null, (string?)null, 0.0),
        };
        return new AlarmFacts(
            alarm.Name, metric, statistic, AlarmComparison.GreaterThan, threshold, alarm.Period, alarm.EvaluationPeriods, MissingData.Missing,
            new AlarmSighting(alarm.Name, AlarmState.InsufficientData, null, null));
    }

    /// <summary>As CloudWatch spells it: 0.99 is "p99", 0.999 is "p99.9".</summary>
    public static string PercentileName(double percentile) => string.Create(CultureInfo.InvariantCulture, $"p{Math.Round(percentile * 100, 6):0.######}");

    /// <summary>The shortest period that brings the evidence a look needs, as long as all looks fit into one bake.</summary>
    private static TimeSpan Period(ManagedDeployment managed, RolloutPlan plan, Guardrail guardrail)
    {
        var needed = RuleCounting.RequiredRequests(guardrail);
        var rate = (managed.RequestsPerSecond ?? 0) * managed.FirstShare(plan.Challenger.InstanceCount).Fraction;
        var wanted = rate > 0 ? Minutes.FirstOrDefault(minutes => rate * minutes * 60 >= needed, Minutes[^1]) : Minutes[0];
        var most = Math.Max(1, (int)(managed.WaitInterval.TotalMinutes / guardrail.Looks));
        return TimeSpan.FromMinutes(Math.Min(wanted, most));
    }

    private static AlarmRule? Rule(Guardrail guardrail) => guardrail.Rule switch
    {
        GuardrailRule.ErrorRateLimit limit => new AlarmRule.ErrorRate(limit.Limit, guardrail.MinimumRequests),
        GuardrailRule.LatencyLimit limit => new AlarmRule.Latency(limit.Percentile, limit.Limit),
        _ => null,
    };

    private static string Word(AlarmRule rule) => rule is AlarmRule.Latency latency ? PercentileName(latency.Percentile) : "errors";

    internal static string Name(string owner, string word)
    {
        var name = $"canaryconsole-{owner}-{word}";
        return name.Length <= MaximumName ? name : name[^MaximumName..];
    }
}
