namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCoreDumpConfig
{
    public string? DestinationS3Uri { get; set; }

    public string? KmsKeyId { get; set; }
}
