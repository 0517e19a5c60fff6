using System.Globalization;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>One of the series read for a variant, in CloudWatch's words.</summary>
internal sealed record VariantMetric(string MetricName, string Statistic)
{
    public const string Namespace = "AWS/SageMaker";

    public static VariantMetric Invocations { get; } = new("Invocations", "Sum");

    public static VariantMetric ServerErrors { get; } = new("Invocation5XXErrors", "Sum");

    public static VariantMetric ClientErrors { get; } = new("Invocation4XXErrors", "Sum");

    public static VariantMetric ModelErrors { get; } = new("InvocationModelErrors", "Sum");

    public static VariantMetric LatencyP50 { get; } = new("ModelLatency", "p50");

    public static VariantMetric LatencyP90 { get; } = new("ModelLatency", "p90");

    public static VariantMetric LatencyP99 { get; } = new("ModelLatency", "p99");

    public static VariantMetric LatencyMaximum { get; } = new("ModelLatency", "Maximum");

    /// <summary>ModelLatency is in microseconds.</summary>
    public static double Microseconds(TimeSpan latency) => latency.TotalMicroseconds;

    public static TimeSpan Latency(double microseconds) => TimeSpan.FromMicroseconds(microseconds);

    /// <summary>CloudWatch's trimmed count: how many samples were greater than the bound.</summary>
    public static VariantMetric SlowerThan(TimeSpan latency) =>
        new("ModelLatency", string.Create(CultureInfo.InvariantCulture, $"TC({Microseconds(latency):0.###}:)"));

    /// <summary>The bounds whose slower requests are counted, each once.</summary>
    public static IEnumerable<TimeSpan> Bounds(MetricRequest request) =>
        (request.SlowerThan is { } bound ? request.Thresholds.Prepend(bound) : request.Thresholds).Distinct();

    /// <summary>Every query costs money: what the request does not ask for is not read.</summary>
    public static IReadOnlyList<VariantMetric> For(MetricRequest request)
    {
        List<VariantMetric> slow = [.. Bounds(request).Select(SlowerThan)];
        return
        [
            Invocations,
            ServerErrors,
            ModelErrors,
            LatencyP50,
            LatencyP90,
            LatencyP99,
            .. slow,
            .. slow.Count > 0 ? [LatencyMaximum] : Array.Empty<VariantMetric>(),
            .. request.ClientErrors ? [ClientErrors] : Array.Empty<VariantMetric>(),
        ];
    }
}
