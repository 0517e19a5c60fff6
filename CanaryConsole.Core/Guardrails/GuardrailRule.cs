using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail holds the challenger to.</summary>
[JsonDerivedType(typeof(ErrorRateLimit), "errorRateLimit")]
[JsonDerivedType(typeof(LatencyLimit), "latencyLimit")]
[JsonDerivedType(typeof(ErrorRateAgainstChampion), "errorRateAgainstChampion")]
[JsonDerivedType(typeof(LatencyAgainstChampion), "latencyAgainstChampion")]
[JsonDerivedType(typeof(UtilizationLimit), "utilizationLimit")]
[JsonDerivedType(typeof(InvocationsMissing), "invocationsMissing")]
[JsonDerivedType(typeof(MetricLimit), "metricLimit")]
[JsonDerivedType(typeof(AlarmState), "alarmState")]
[JsonDerivedType(typeof(TrafficSplit), "trafficSplit")]
public abstract record GuardrailRule
{
    private GuardrailRule()
    {
    }

    /// <summary>At most this part of the challenger's requests may fail.</summary>
    public sealed record ErrorRateLimit(Percentage Limit) : GuardrailRule
    {
        /// <summary>Which answers count.</summary>
        public ErrorKind Counted { get; init; }
    }

    /// <summary>The percentile of the challenger's latency must not exceed the limit; that is, at most 1 - percentile of its requests may be slower.</summary>
    /// <param name="Percentile">0.5 to 0.999, as in 0.99.</param>
    public sealed record LatencyLimit(double Percentile, TimeSpan Limit) : GuardrailRule;

    /// <summary>The challenger's error rate must not exceed the champion's by more than the ratio, beyond chance.</summary>
    /// <param name="Ratio">The non-inferiority margin, at least 1; 1 means "not worse".</param>
    public sealed record ErrorRateAgainstChampion(double Ratio) : GuardrailRule
    {
        /// <summary>Which answers count.</summary>
        public ErrorKind Counted { get; init; }
    }

    /// <summary>
    /// The challenger's requests must not be slower than the champion's: more of them beyond the champion's p50, p90 or p99, frozen before the challenger had
    /// traffic, than the champion's own in the same windows.
    /// </summary>
    /// <param name="Ratio">The non-inferiority margin on the odds of a slow request, at least 1; 1 means "not slower".</param>
    public sealed record LatencyAgainstChampion(double Ratio) : GuardrailRule;

    /// <summary>CPU or memory of the challenger's instances. Judged by failed looks only.</summary>
    /// <param name="LimitPercent">Above 0. 100 is one core, or all the memory: the CPU of an instance of 4 cores goes to 400.</param>
    public sealed record UtilizationLimit(UtilizationKind Kind, double LimitPercent) : GuardrailRule;

    /// <summary>The challenger must get requests while it has a share.</summary>
    /// <param name="For">Silence of this long is a breach; 1 minute to 1 hour.</param>
    public sealed record InvocationsMissing(TimeSpan For) : GuardrailRule;

    /// <summary>Any CloudWatch metric, or metric math. Judged by failed looks only.</summary>
    /// <param name="Above">True: a value above the limit fails; false: one below it does.</param>
    public sealed record MetricLimit(MetricQuery Query, bool Above, Quantity Limit) : GuardrailRule;

    /// <summary>An existing CloudWatch alarm must not be in ALARM.</summary>
    public sealed record AlarmState(string AlarmName) : GuardrailRule;

    /// <summary>The requests each arm gets must be what the set weights say.</summary>
    public sealed record TrafficSplit : GuardrailRule;
}
