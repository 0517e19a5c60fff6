using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingPredefinedLoadMetricSpecification
{
    [Required, Length(1, 128)]
    public string? PredefinedMetricType { get; set; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; set; }
}
