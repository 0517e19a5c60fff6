using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteEndpointRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointName { get; set; }
}

public sealed class DeleteEndpointResponse : AmazonWebServiceResponse
{
}
