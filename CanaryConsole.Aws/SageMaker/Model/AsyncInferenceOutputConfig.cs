namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceOutputConfig
{
    public string? KmsKeyId { get; set; }

    public string? S3OutputPath { get; set; }

    public AsyncInferenceNotificationConfig? NotificationConfig { get; set; }

    public string? S3FailurePath { get; set; }
}
