using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateEndpointRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }

    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    public DeploymentConfig? DeploymentConfig { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }
}

public sealed class CreateEndpointResponse : AmazonWebServiceResponse
{
    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint/.*")]
    public string? EndpointArn { get; set; }
}
