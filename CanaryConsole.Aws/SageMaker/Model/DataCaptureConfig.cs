using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DataCaptureConfig
{
    public bool? EnableCapture { get; set; }

    [Required, Between(0, 100)]
    public int? InitialSamplingPercentage { get; set; }

    [Required, Length(0, 512), Pattern(@"(https|s3)://([^/])/?(.*)")]
    public string? DestinationS3Uri { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }

    [Required, Items(1, 32)]
    public List<CaptureOption>? CaptureOptions { get; set; }

    public CaptureContentTypeHeader? CaptureContentTypeHeader { get; set; }
}
