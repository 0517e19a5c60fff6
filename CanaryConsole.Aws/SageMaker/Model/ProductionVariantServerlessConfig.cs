namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantServerlessConfig
{
    public int? MemorySizeInMB { get; set; }

    public int? MaxConcurrency { get; set; }

    public int? ProvisionedConcurrency { get; set; }
}
