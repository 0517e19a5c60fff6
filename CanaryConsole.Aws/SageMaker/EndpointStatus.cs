using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class EndpointStatus(string value) : ConstantClass(value)
{
    public static readonly EndpointStatus OutOfService = new("OutOfService");
    public static readonly EndpointStatus Creating = new("Creating");
    public static readonly EndpointStatus Updating = new("Updating");
    public static readonly EndpointStatus SystemUpdating = new("SystemUpdating");
    public static readonly EndpointStatus RollingBack = new("RollingBack");
    public static readonly EndpointStatus InService = new("InService");
    public static readonly EndpointStatus Deleting = new("Deleting");
    public static readonly EndpointStatus Failed = new("Failed");
    public static readonly EndpointStatus UpdateRollbackFailed = new("UpdateRollbackFailed");

    public static EndpointStatus FindValue(string value) => FindValue<EndpointStatus>(value);

    public static implicit operator EndpointStatus(string value) => FindValue(value);
}
