namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ManagedConfiguration
{
    public ManagedStorageType? ManagedStorageType { get; set; }
}
