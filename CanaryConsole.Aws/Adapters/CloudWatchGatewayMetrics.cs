using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The gateway's seconds as custom metrics of high resolution, under the names and units of SageMaker's own, so that the same queries read both.</summary>
internal sealed class CloudWatchGatewayMetrics(IAmazonCloudWatch cloudWatch) : IGatewayMetrics
{
    public const string Namespace = "CanaryConsole/Gateway";

    private const int HighResolution = 1;

    public Task PublishAsync(IReadOnlyList<GatewaySecond> seconds, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "PutMetricData",
        $"namespace {Namespace}",
        () => cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = Namespace, MetricData = [.. seconds.SelectMany(Data)] }, cancellationToken),
        cancellationToken);

    private static IEnumerable<MetricDatum> Data(GatewaySecond second) =>
    [
        Count(second, "Invocations", second.Requests),
        Count(second, "Invocation4XXErrors", second.ClientErrors),
        Count(second, "Invocation5XXErrors", second.ServerErrors),
        Count(second, "InvocationModelErrors", second.ModelErrors),
        Datum(second, "Latency", StandardUnit.Microseconds, [.. second.Latencies.Select(one => one.Latency.TotalMicroseconds)], [.. second.Latencies.Select(one => (double)one.Requests)]),
    ];

    /// <summary>As SageMaker does it: 1 for a request that is one, 0 for one that is not, so that the sum is the count and the average the rate.</summary>
    private static MetricDatum Count(GatewaySecond second, string name, long count) => Datum(
        second,
        name,
        StandardUnit.None,
        count == 0 ? [0] : count == second.Requests ? [1] : [1, 0],
        count == 0 ? [second.Requests] : count == second.Requests ? [count] : [count, second.Requests - count]);

    private static MetricDatum Datum(GatewaySecond second, string name, StandardUnit unit, List<double> values, List<double> counts) => new()
    {
        MetricName = name,
        Dimensions = [new Dimension { Name = "EndpointName", Value = second.Endpoint }, new Dimension { Name = "VariantName", Value = second.Variant }],
        Timestamp = second.At.UtcDateTime,
        Unit = unit,
        Values = values,
        Counts = counts,
        StorageResolution = HighResolution,
    };
}
