using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>A policy that keeps one metric of a variant near a target, by two alarms as Amazon's own.</summary>
internal sealed record TargetTrackingPolicy(string Name, ScalableVariant Variant, TargetTrackingScalingPolicyConfiguration Definition, DateTimeOffset CreatedAt)
{
    private const int DefaultCooldown = 300;

    public double Target => Definition.TargetValue!.Value;

    public string Arn => $"arn:aws:autoscaling:{Sandbox.Arn.Region}:{Sandbox.Arn.Account}:scalingPolicy:{Id}:resource/{ServiceNamespace.Sagemaker}/{Variant.ResourceId}:policyName/{Name}";

    public string HighAlarm => $"TargetTracking-{Variant.ResourceId}-AlarmHigh-{StableId.Of($"high {Arn}")}";

    public string LowAlarm => $"TargetTracking-{Variant.ResourceId}-AlarmLow-{StableId.Of($"low {Arn}")}";

    public IReadOnlyList<string> AlarmNames => ScalesIn ? [HighAlarm, LowAlarm] : [HighAlarm];

    public bool ScalesIn => Definition.DisableScaleIn != true;

    public TimeSpan ScaleOutCooldown => TimeSpan.FromSeconds(Definition.ScaleOutCooldown ?? DefaultCooldown);

    public TimeSpan ScaleInCooldown => TimeSpan.FromSeconds(Definition.ScaleInCooldown ?? DefaultCooldown);

    private Guid Id => StableId.Of($"{Variant.ResourceId} {Name}");
}
