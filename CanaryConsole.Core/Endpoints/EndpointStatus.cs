namespace CanaryConsole.Core.Endpoints;

/// <summary>SageMaker's endpoint states. <see cref="Unknown"/> is any state this version does not know; the console holds on it.</summary>
public enum EndpointStatus
{
    Unknown,
    OutOfService,
    Creating,
    Updating,
    SystemUpdating,
    RollingBack,
    InService,
    Deleting,
    Failed,
    UpdateRollbackFailed,
}
