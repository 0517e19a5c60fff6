using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCoreDumpConfig
{
    [Required, Length(0, 512), Pattern(@"(https|s3)://([^/])/?(.*)")]
    public string? DestinationS3Uri { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }
}
