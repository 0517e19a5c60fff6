using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Deployments;

/// <summary>What an alarm of the console holds the new fleet to.</summary>
public abstract record AlarmRule
{
    private AlarmRule()
    {
    }

    /// <summary>Failed requests over all, where a period has at least that many; a period with fewer says nothing.</summary>
    public sealed record ErrorRate(Percentage Limit, int MinimumRequests) : AlarmRule;

    /// <summary>A percentile of the model's latency, 0.5 to 0.999.</summary>
    public sealed record Latency(double Percentile, TimeSpan Limit) : AlarmRule;

    /// <summary>5xx errors over all invocations, where there are any.</summary>
    public sealed record ServerErrorRate(Percentage Limit) : AlarmRule;

    /// <summary>What instances use on average, in CloudWatch's percent: 100 is one core, or all the memory.</summary>
    public sealed record Utilization(UtilizationKind Kind, double LimitPercent) : AlarmRule;

    /// <summary>Watches a metric nobody publishes: only a hand moves it, and where it was put it stays.</summary>
    public sealed record Abort : AlarmRule;
}

/// <summary>One CloudWatch alarm the console wants.</summary>
/// <param name="Name">Follows from the rollout, so that asking twice makes one.</param>
/// <param name="Guardrail">The plan's guardrail it stands for; null for the abort alarm.</param>
/// <param name="ConfigName">The endpoint configuration of the fleet it watches; null for the variant, whatever its configuration.</param>
/// <param name="Period">A whole number of minutes.</param>
/// <param name="DatapointsToAlarm">How many of the newest <paramref name="EvaluationPeriods"/> must breach.</param>
public sealed record GuardAlarm(
    string Name,
    string? Guardrail,
    AlarmRule Rule,
    string Endpoint,
    string Variant,
    string? ConfigName,
    TimeSpan Period,
    int EvaluationPeriods,
    int DatapointsToAlarm,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Whether people are told, on the topic that the console notifies on.</summary>
    public bool Notifies { get; init; }

    /// <summary>How much time it looks back over.</summary>
    public TimeSpan Window => Period * EvaluationPeriods;
}
