using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class EndpointSummary
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*")]
    public string? EndpointArn { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    [Required]
    public DateTime? LastModifiedTime { get; set; }

    [Required]
    public EndpointStatus? EndpointStatus { get; set; }
}
