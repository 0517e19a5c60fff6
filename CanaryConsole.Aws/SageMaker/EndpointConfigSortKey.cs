using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class EndpointConfigSortKey(string value) : ConstantClass(value)
{
    public static readonly EndpointConfigSortKey Name = new("Name");
    public static readonly EndpointConfigSortKey CreationTime = new("CreationTime");

    public static EndpointConfigSortKey FindValue(string value) => FindValue<EndpointConfigSortKey>(value);

    public static implicit operator EndpointConfigSortKey(string value) => FindValue(value);
}
