using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteEndpointConfigRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }
}

public sealed class DeleteEndpointConfigResponse : AmazonWebServiceResponse
{
}
