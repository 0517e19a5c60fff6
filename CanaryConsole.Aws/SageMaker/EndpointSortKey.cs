using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class EndpointSortKey(string value) : ConstantClass(value)
{
    public static readonly EndpointSortKey Name = new("Name");
    public static readonly EndpointSortKey CreationTime = new("CreationTime");
    public static readonly EndpointSortKey Status = new("Status");

    public static EndpointSortKey FindValue(string value) => FindValue<EndpointSortKey>(value);

    public static implicit operator EndpointSortKey(string value) => FindValue(value);
}
