using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DescribeInferenceExperimentRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }
}

public sealed class DescribeInferenceExperimentResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:inference-experiment/.*")]
    public string? Arn { get; set; }

    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }

    [Required]
    public InferenceExperimentType? Type { get; set; }

    public InferenceExperimentSchedule? Schedule { get; set; }

    [Required]
    public InferenceExperimentStatus? Status { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? StatusReason { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Description { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? CompletionTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    [Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? RoleArn { get; set; }

    [Required]
    public EndpointMetadata? EndpointMetadata { get; set; }

    [Required]
    public List<ModelVariantConfigSummary>? ModelVariants { get; set; }

    public InferenceExperimentDataStorageConfig? DataStorageConfig { get; set; }

    public ShadowModeConfig? ShadowModeConfig { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKey { get; set; }
}
