namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DataCaptureConfigSummary
{
    public bool? EnableCapture { get; set; }

    public CaptureStatus? CaptureStatus { get; set; }

    public int? CurrentSamplingPercentage { get; set; }

    public string? DestinationS3Uri { get; set; }

    public string? KmsKeyId { get; set; }
}
