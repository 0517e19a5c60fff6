using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AdditionalS3DataSource
{
    [Required]
    public AdditionalS3DataSourceDataType? S3DataType { get; set; }

    [Required, Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? S3Uri { get; set; }

    public CompressionType? CompressionType { get; set; }

    public string? ETag { get; set; }
}
