using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformS3DataSource
{
    [Required]
    public S3DataType? S3DataType { get; set; }

    [Required, Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? S3Uri { get; set; }
}
