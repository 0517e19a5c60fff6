using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingCustomizedMetricSpecification
{
    [Required]
    public List<PredictiveScalingMetricDataQuery>? MetricDataQueries { get; set; }
}
