using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteEndpointRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }
}

public sealed class DeleteEndpointResponse : AmazonWebServiceResponse
{
}
