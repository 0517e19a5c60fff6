using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingMetricSpecification
{
    [Required]
    public double? TargetValue { get; set; }

    public PredictiveScalingPredefinedMetricPairSpecification? PredefinedMetricPairSpecification { get; set; }

    public PredictiveScalingPredefinedScalingMetricSpecification? PredefinedScalingMetricSpecification { get; set; }

    public PredictiveScalingPredefinedLoadMetricSpecification? PredefinedLoadMetricSpecification { get; set; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedScalingMetricSpecification { get; set; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedLoadMetricSpecification { get; set; }

    public PredictiveScalingCustomizedMetricSpecification? CustomizedCapacityMetricSpecification { get; set; }
}
