using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateEndpointWeightsAndCapacitiesRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Items(min: 1)]
    public List<DesiredWeightAndCapacity>? DesiredWeightsAndCapacities { get; set; }
}

public sealed class UpdateEndpointWeightsAndCapacitiesResponse : AmazonWebServiceResponse
{
    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*")]
    public string? EndpointArn { get; set; }
}
