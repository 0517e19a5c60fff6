using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class CapacitySizeType(string value) : ConstantClass(value)
{
    public static readonly CapacitySizeType INSTANCE_COUNT = new("INSTANCE_COUNT");
    public static readonly CapacitySizeType CAPACITY_PERCENT = new("CAPACITY_PERCENT");

    public static CapacitySizeType FindValue(string value) => FindValue<CapacitySizeType>(value);

    public static implicit operator CapacitySizeType(string value) => FindValue(value);
}
