using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class RoutingStrategy(string value) : ConstantClass(value)
{
    public static readonly RoutingStrategy LEAST_OUTSTANDING_REQUESTS = new("LEAST_OUTSTANDING_REQUESTS");
    public static readonly RoutingStrategy RANDOM = new("RANDOM");

    public static RoutingStrategy FindValue(string value) => FindValue<RoutingStrategy>(value);

    public static implicit operator RoutingStrategy(string value) => FindValue(value);
}
