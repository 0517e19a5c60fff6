using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ManagedInstanceScalingScaleInStrategy(string value) : ConstantClass(value)
{
    public static readonly ManagedInstanceScalingScaleInStrategy IDLE_RELEASE = new("IDLE_RELEASE");
    public static readonly ManagedInstanceScalingScaleInStrategy CONSOLIDATION = new("CONSOLIDATION");

    public static ManagedInstanceScalingScaleInStrategy FindValue(string value) => FindValue<ManagedInstanceScalingScaleInStrategy>(value);

    public static implicit operator ManagedInstanceScalingScaleInStrategy(string value) => FindValue(value);
}
