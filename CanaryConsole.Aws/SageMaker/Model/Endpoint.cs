using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Endpoint
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*")]
    public string? EndpointArn { get; set; }

    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    [Items(min: 1)]
    public List<ProductionVariantSummary>? ProductionVariants { get; set; }

    public DataCaptureConfigSummary? DataCaptureConfig { get; set; }

    [Required]
    public EndpointStatus? EndpointStatus { get; set; }

    [Length(0, 1024)]
    public string? FailureReason { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    [Required]
    public DateTime? LastModifiedTime { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }

    [Items(min: 1)]
    public List<ProductionVariantSummary>? ShadowProductionVariants { get; set; }
}
