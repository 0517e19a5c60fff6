using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateInferenceExperimentRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }

    [Required]
    public InferenceExperimentType? Type { get; set; }

    public InferenceExperimentSchedule? Schedule { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Description { get; set; }

    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? RoleArn { get; set; }

    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Items(1, 2)]
    public List<ModelVariantConfig>? ModelVariants { get; set; }

    public InferenceExperimentDataStorageConfig? DataStorageConfig { get; set; }

    [Required]
    public ShadowModeConfig? ShadowModeConfig { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKey { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }
}

public sealed class CreateInferenceExperimentResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:inference-experiment/.*")]
    public string? InferenceExperimentArn { get; set; }
}
