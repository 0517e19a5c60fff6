using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantServerlessUpdateConfig
{
    [Between(1, 200)]
    public int? MaxConcurrency { get; set; }

    [Between(1, 200)]
    public int? ProvisionedConcurrency { get; set; }
}
