using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetricsSource
{
    [Required, Length(0, 256), Pattern(@".*")]
    public string? ContentType { get; set; }

    [Length(0, 72), Pattern(@"[Ss][Hh][Aa]256:[0-9a-fA-F]{64}")]
    public string? ContentDigest { get; set; }

    [Required, Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? S3Uri { get; set; }
}
