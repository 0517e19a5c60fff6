namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceNotificationConfig
{
    public string? SuccessTopic { get; set; }

    public string? ErrorTopic { get; set; }

    public List<string>? IncludeInferenceResponseIn { get; set; }
}
