using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class PolicyType(string value) : ConstantClass(value)
{
    public static readonly PolicyType StepScaling = new("StepScaling");
    public static readonly PolicyType TargetTrackingScaling = new("TargetTrackingScaling");
    public static readonly PolicyType PredictiveScaling = new("PredictiveScaling");

    public static PolicyType FindValue(string value) => FindValue<PolicyType>(value);

    public static implicit operator PolicyType(string value) => FindValue(value);
}
