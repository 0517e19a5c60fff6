using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantServerlessConfig
{
    [Required, Between(1024, 6144)]
    public int? MemorySizeInMB { get; set; }

    [Required, Between(1, 200)]
    public int? MaxConcurrency { get; set; }

    [Between(1, 200)]
    public int? ProvisionedConcurrency { get; set; }
}
