using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateEndpointRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    public bool? RetainAllVariantProperties { get; set; }

    [Items(0, 3)]
    public List<VariantProperty>? ExcludeRetainedVariantProperties { get; set; }

    public DeploymentConfig? DeploymentConfig { get; set; }

    public bool? RetainDeploymentConfig { get; set; }
}

public sealed class UpdateEndpointResponse : AmazonWebServiceResponse
{
    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*")]
    public string? EndpointArn { get; set; }
}
