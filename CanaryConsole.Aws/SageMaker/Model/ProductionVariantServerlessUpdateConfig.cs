namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantServerlessUpdateConfig
{
    public int? MaxConcurrency { get; set; }

    public int? ProvisionedConcurrency { get; set; }
}
