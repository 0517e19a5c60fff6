namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class EndpointSummary
{
    public string? EndpointName { get; set; }

    public string? EndpointArn { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public EndpointStatus? EndpointStatus { get; set; }
}
