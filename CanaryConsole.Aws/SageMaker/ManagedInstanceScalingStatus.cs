using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ManagedInstanceScalingStatus(string value) : ConstantClass(value)
{
    public static readonly ManagedInstanceScalingStatus ENABLED = new("ENABLED");
    public static readonly ManagedInstanceScalingStatus DISABLED = new("DISABLED");

    public static ManagedInstanceScalingStatus FindValue(string value) => FindValue<ManagedInstanceScalingStatus>(value);

    public static implicit operator ManagedInstanceScalingStatus(string value) => FindValue(value);
}
