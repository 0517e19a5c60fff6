using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateEndpointWeightsAndCapacitiesRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }

    public List<DesiredWeightAndCapacity>? DesiredWeightsAndCapacities { get; set; }
}

public sealed class UpdateEndpointWeightsAndCapacitiesResponse : AmazonWebServiceResponse
{
    public string? EndpointArn { get; set; }
}
