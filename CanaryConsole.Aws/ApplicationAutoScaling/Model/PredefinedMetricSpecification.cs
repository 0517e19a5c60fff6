using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredefinedMetricSpecification
{
    [Required]
    public MetricType? PredefinedMetricType { get; set; }

    [Length(1, 1023)]
    public string? ResourceLabel { get; set; }
}
