using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class TrafficRoutingConfigType(string value) : ConstantClass(value)
{
    public static readonly TrafficRoutingConfigType ALL_AT_ONCE = new("ALL_AT_ONCE");
    public static readonly TrafficRoutingConfigType CANARY = new("CANARY");
    public static readonly TrafficRoutingConfigType LINEAR = new("LINEAR");

    public static TrafficRoutingConfigType FindValue(string value) => FindValue<TrafficRoutingConfigType>(value);

    public static implicit operator TrafficRoutingConfigType(string value) => FindValue(value);
}
