using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class S3ModelDataSource
{
    [Required, Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? S3Uri { get; set; }

    [Required]
    public S3ModelDataType? S3DataType { get; set; }

    [Required]
    public ModelCompressionType? CompressionType { get; set; }

    public ModelAccessConfig? ModelAccessConfig { get; set; }

    public InferenceHubAccessConfig? HubAccessConfig { get; set; }

    [Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? ManifestS3Uri { get; set; }

    public string? ETag { get; set; }

    public string? ManifestEtag { get; set; }
}
