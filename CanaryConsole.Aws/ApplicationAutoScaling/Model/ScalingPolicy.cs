using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class ScalingPolicy
{
    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? PolicyARN { get; set; }

    [Required, Length(1, 256), Pattern(@"\p{Print}+")]
    public string? PolicyName { get; set; }

    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    [Required]
    public ScalableDimension? ScalableDimension { get; set; }

    [Required]
    public PolicyType? PolicyType { get; set; }

    public StepScalingPolicyConfiguration? StepScalingPolicyConfiguration { get; set; }

    public TargetTrackingScalingPolicyConfiguration? TargetTrackingScalingPolicyConfiguration { get; set; }

    public PredictiveScalingPolicyConfiguration? PredictiveScalingPolicyConfiguration { get; set; }

    public List<Alarm>? Alarms { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }
}
