namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DesiredWeightAndCapacity
{
    public string? VariantName { get; set; }

    public float? DesiredWeight { get; set; }

    public int? DesiredInstanceCount { get; set; }

    public ProductionVariantServerlessUpdateConfig? ServerlessUpdateConfig { get; set; }
}
