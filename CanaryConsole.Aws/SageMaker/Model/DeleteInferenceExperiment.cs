using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteInferenceExperimentRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }
}

public sealed class DeleteInferenceExperimentResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:inference-experiment/.*")]
    public string? InferenceExperimentArn { get; set; }
}
