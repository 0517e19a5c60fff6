using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class EndpointMetadata
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    public EndpointStatus? EndpointStatus { get; set; }

    [Length(0, 1024)]
    public string? FailureReason { get; set; }
}
