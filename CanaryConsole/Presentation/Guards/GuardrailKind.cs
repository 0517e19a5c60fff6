namespace CanaryConsole.Presentation.Guards;

/// <summary>A kind of guardrail as the form offers it.</summary>
/// <param name="Name">As a request spells it.</param>
/// <param name="Title">For people.</param>
/// <param name="Hint">What it sees, in a few words.</param>
internal sealed record GuardrailKind(string Name, string Title, string Hint)
{
    public const string ErrorRateLimit = "errorRateLimit";
    public const string ErrorRateAgainstChampion = "errorRateAgainstChampion";
    public const string LatencyLimit = "latencyLimit";
    public const string LatencyAgainstChampion = "latencyAgainstChampion";
    public const string UtilizationLimit = "utilizationLimit";
    public const string InvocationsMissing = "invocationsMissing";
    public const string MetricLimit = "metricLimit";
    public const string AlarmState = "alarmState";
    public const string TrafficSplit = "trafficSplit";

    public static IReadOnlyList<GuardrailKind> All { get; } =
    [
        new(ErrorRateLimit, "Error rate", "at most so many of the challenger's answers"),
        new(ErrorRateAgainstChampion, "Error rate against the champion", "not worse than the champion's, beyond chance"),
        new(LatencyLimit, "Latency", "a percentile of the model's own time"),
        new(LatencyAgainstChampion, "Latency against the champion", "not slower than the champion's p50, p90 and p99 from before"),
        new(UtilizationLimit, "CPU or memory", "of the challenger's instances"),
        new(InvocationsMissing, "Requests missing", "it has a share, and nothing arrives"),
        new(MetricLimit, "CloudWatch metric", "any metric, or metric math"),
        new(AlarmState, "CloudWatch alarm", "an alarm you have already"),
        new(TrafficSplit, "Traffic split", "each variant gets what the weights say"),
    ];

    /// <summary>A number read now and then, not requests: nothing to weigh, so looks are counted.</summary>
    public static bool CountsLooksOnly(string kind) => kind is UtilizationLimit or MetricLimit;

    /// <summary>Which answers count as errors can be chosen.</summary>
    public static bool CountsErrors(string kind) => kind is ErrorRateLimit or ErrorRateAgainstChampion;

    public static bool ComparesWithChampion(string kind) => kind is ErrorRateAgainstChampion or LatencyAgainstChampion;

    /// <summary>Both tests can be had.</summary>
    public static bool HasTest(string kind) => CountsErrors(kind) || kind is LatencyLimit;

    /// <summary>It takes its part of the false-rollback budget when it weighs.</summary>
    public static bool SharesBudget(string kind) => HasTest(kind) || kind is LatencyAgainstChampion;

    /// <summary>It needs a number of requests to call the challenger healthy.</summary>
    public static bool NeedsRequests(string kind) => SharesBudget(kind) || kind is TrafficSplit;
}
