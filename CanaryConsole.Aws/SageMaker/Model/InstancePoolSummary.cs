namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InstancePoolSummary
{
    public ProductionVariantInstanceType? InstanceType { get; set; }

    public int? CurrentInstanceCount { get; set; }
}
