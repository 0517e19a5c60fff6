using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateEndpointRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }

    public string? EndpointConfigName { get; set; }

    public bool? RetainAllVariantProperties { get; set; }

    public List<VariantProperty>? ExcludeRetainedVariantProperties { get; set; }

    public DeploymentConfig? DeploymentConfig { get; set; }

    public bool? RetainDeploymentConfig { get; set; }
}

public sealed class UpdateEndpointResponse : AmazonWebServiceResponse
{
    public string? EndpointArn { get; set; }
}
