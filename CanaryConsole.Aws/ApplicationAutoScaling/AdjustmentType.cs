using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class AdjustmentType(string value) : ConstantClass(value)
{
    public static readonly AdjustmentType ChangeInCapacity = new("ChangeInCapacity");
    public static readonly AdjustmentType PercentChangeInCapacity = new("PercentChangeInCapacity");
    public static readonly AdjustmentType ExactCapacity = new("ExactCapacity");

    public static AdjustmentType FindValue(string value) => FindValue<AdjustmentType>(value);

    public static implicit operator AdjustmentType(string value) => FindValue(value);
}
