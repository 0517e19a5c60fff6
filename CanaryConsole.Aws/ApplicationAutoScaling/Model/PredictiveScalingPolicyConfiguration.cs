using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class PredictiveScalingPolicyConfiguration
{
    [Required]
    public List<PredictiveScalingMetricSpecification>? MetricSpecifications { get; set; }

    public PredictiveScalingMode? Mode { get; set; }

    [Between(0, 3600)]
    public int? SchedulingBufferTime { get; set; }

    public PredictiveScalingMaxCapacityBreachBehavior? MaxCapacityBreachBehavior { get; set; }

    [Between(0, 100)]
    public int? MaxCapacityBuffer { get; set; }
}
