using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingMetricDimension
{
    [Required, Length(1, 255), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Name { get; set; }

    [Required, Length(1, 1024), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Value { get; set; }
}
