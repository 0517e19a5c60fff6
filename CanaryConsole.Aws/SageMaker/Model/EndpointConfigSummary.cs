namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class EndpointConfigSummary
{
    public string? EndpointConfigName { get; set; }

    public string? EndpointConfigArn { get; set; }

    public DateTime? CreationTime { get; set; }
}
