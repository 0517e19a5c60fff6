namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InstancePool
{
    public ProductionVariantInstanceType? InstanceType { get; set; }

    public string? ModelNameOverride { get; set; }

    public int? Priority { get; set; }
}
