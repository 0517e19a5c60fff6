using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class StopInferenceExperimentRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }

    [Required, Items(1, 2), Length(0, 63, Of = Part.Keys), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?", Of = Part.Keys)]
    public Dictionary<string, ModelVariantAction>? ModelVariantActions { get; set; }

    [Items(1, 2)]
    public List<ModelVariantConfig>? DesiredModelVariants { get; set; }

    public InferenceExperimentStopDesiredState? DesiredState { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Reason { get; set; }
}

public sealed class StopInferenceExperimentResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:inference-experiment/.*")]
    public string? InferenceExperimentArn { get; set; }
}
