using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateEndpointRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }

    public string? EndpointConfigName { get; set; }

    public DeploymentConfig? DeploymentConfig { get; set; }

    public List<Tag>? Tags { get; set; }
}

public sealed class CreateEndpointResponse : AmazonWebServiceResponse
{
    public string? EndpointArn { get; set; }
}
