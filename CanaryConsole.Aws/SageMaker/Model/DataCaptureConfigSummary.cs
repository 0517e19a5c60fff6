using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DataCaptureConfigSummary
{
    [Required]
    public bool? EnableCapture { get; set; }

    [Required]
    public CaptureStatus? CaptureStatus { get; set; }

    [Required, Between(0, 100)]
    public int? CurrentSamplingPercentage { get; set; }

    [Required, Length(0, 512), Pattern(@"(https|s3)://([^/])/?(.*)")]
    public string? DestinationS3Uri { get; set; }

    [Required, Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }
}
