namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceHubAccessConfig
{
    public string? HubContentArn { get; set; }
}
