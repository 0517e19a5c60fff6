namespace CanaryConsole.Core.Rollouts;

/// <summary>One guardrail as asked for; raw values, checked when the plan is made. What does not belong to the kind is refused.</summary>
public sealed record GuardrailRequest
{
    /// <summary>
    /// "errorRateLimit", "errorRateAgainstChampion", "latencyLimit", "latencyAgainstChampion", "utilizationLimit", "invocationsMissing", "metricLimit", "alarmState" or
    /// "trafficSplit".
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>For people, up to 100 characters, unique in the plan; default: made from the rule.</summary>
    public string? Name { get; init; }

    /// <summary>Error rate: a fraction 0..1. Latency: milliseconds above 0, at most 60,000. Utilization: percent above 0. Metric: any finite number, in <see cref="Unit"/>.</summary>
    public double? Limit { get; init; }

    /// <summary>Against the champion: the margin on the odds, at least 1; default 1.</summary>
    public double? Ratio { get; init; }

    /// <summary>Latency limit: 0.5 to 0.999; default 0.99.</summary>
    public double? Percentile { get; init; }

    /// <summary>Error rates: "failures" (default), "serverErrors", "clientErrors", "modelErrors" or "all".</summary>
    public string? Counted { get; init; }

    /// <summary>Utilization: "cpu" or "memory".</summary>
    public string? Resource { get; init; }

    /// <summary>Missing invocations: 1 to 60; default 5.</summary>
    public double? Minutes { get; init; }

    /// <summary>Metric: 1 to 10 terms.</summary>
    public IReadOnlyList<MetricTermRequest>? Metrics { get; init; }

    /// <summary>Metric math over the terms' ids; default: the only metric itself.</summary>
    public string? Expression { get; init; }

    /// <summary>Metric: the unit of its values, as in "milliseconds"; default "none".</summary>
    public string? Unit { get; init; }

    /// <summary>Metric: the unit of <see cref="Limit"/> where it is another one of the same dimension.</summary>
    public string? LimitUnit { get; init; }

    /// <summary>Metric: "above" (default) or "below" the limit fails.</summary>
    public string? Fails { get; init; }

    /// <summary>Alarm: its name, up to 255 characters.</summary>
    public string? AlarmName { get; init; }

    /// <summary>Default: true, except for a traffic split.</summary>
    public bool? Enforcing { get; init; }

    /// <summary>"critical" (default) or "warning".</summary>
    public string? Severity { get; init; }

    /// <summary>"hold" (default), "breach" or "ignore".</summary>
    public string? MissingData { get; init; }

    /// <summary>"sequential" or "failedLooks"; default: the plan's. Utilization, metric and alarm have failed looks only.</summary>
    public string? Test { get; init; }

    /// <summary>Relative part of the false-rollback budget, 0.01 to 100; default 1.</summary>
    public double? BudgetWeight { get; init; }

    /// <summary>Error-rate limit: see a catastrophe at one look; default true.</summary>
    public bool? CatastropheTier { get; init; }

    /// <summary>Default: the plan's.</summary>
    public int? MinimumRequests { get; init; }

    /// <summary>Default: the plan's.</summary>
    public int? FailedLooks { get; init; }

    /// <summary>Default: the plan's.</summary>
    public int? Looks { get; init; }
}

/// <summary>One metric of a guardrail's query. In dimension values "{endpoint}" and "{variant}" stand for the rollout's endpoint and the challenger's variant.</summary>
/// <param name="Id">Needed only where an expression names it.</param>
/// <param name="Statistic">Default "Average".</param>
public sealed record MetricTermRequest(string Namespace, string MetricName, IReadOnlyDictionary<string, string>? Dimensions = null, string? Statistic = null, string? Id = null);
