using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateInferenceExperimentRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }

    public InferenceExperimentSchedule? Schedule { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Description { get; set; }

    [Items(1, 2)]
    public List<ModelVariantConfig>? ModelVariants { get; set; }

    public InferenceExperimentDataStorageConfig? DataStorageConfig { get; set; }

    public ShadowModeConfig? ShadowModeConfig { get; set; }
}

public sealed class UpdateInferenceExperimentResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:inference-experiment/.*")]
    public string? InferenceExperimentArn { get; set; }
}
