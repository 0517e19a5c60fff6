using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteEndpointConfigRequest : AmazonWebServiceRequest
{
    public string? EndpointConfigName { get; set; }
}

public sealed class DeleteEndpointConfigResponse : AmazonWebServiceResponse
{
}
