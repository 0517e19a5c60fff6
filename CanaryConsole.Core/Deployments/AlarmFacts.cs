namespace CanaryConsole.Core.Deployments;

/// <summary>What an alarm does with periods that have no data.</summary>
public enum MissingData
{
    Missing,
    Ignore,
    Breaching,
    NotBreaching,
}

/// <summary>How an alarm compares.</summary>
public enum AlarmComparison
{
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,

    /// <summary>A band or anything else this version does not judge.</summary>
    Other,
}

/// <summary>All of an alarm that the lint looks at.</summary>
/// <param name="MetricName">Null for metric math.</param>
/// <param name="Statistic">As CloudWatch spells it, as in "Average" or "p99"; null for metric math.</param>
/// <param name="Period">How long a datapoint is.</param>
public sealed record AlarmFacts(
    string Name,
    string? MetricName,
    string? Statistic,
    AlarmComparison Comparison,
    double? Threshold,
    TimeSpan Period,
    int EvaluationPeriods,
    MissingData MissingData,
    AlarmSighting Seen);
