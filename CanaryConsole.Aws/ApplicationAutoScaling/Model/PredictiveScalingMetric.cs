using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingMetric
{
    public List<PredictiveScalingMetricDimension>? Dimensions { get; set; }

    [Length(1, 255), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? MetricName { get; set; }

    [Length(1, 255), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Namespace { get; set; }
}
