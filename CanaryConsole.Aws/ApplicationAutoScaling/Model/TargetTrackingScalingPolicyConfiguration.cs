using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class TargetTrackingScalingPolicyConfiguration
{
    [Required]
    public double? TargetValue { get; set; }

    public PredefinedMetricSpecification? PredefinedMetricSpecification { get; set; }

    public CustomizedMetricSpecification? CustomizedMetricSpecification { get; set; }

    public int? ScaleOutCooldown { get; set; }

    public int? ScaleInCooldown { get; set; }

    public bool? DisableScaleIn { get; set; }
}
