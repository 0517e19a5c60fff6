using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CanaryConsole.Aws.Protocol;

internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RegionalEndpointProvider.ParametersFor((AwsClientConfig)requestContext.ClientConfig);

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        // The signature names the region even where the host does not (the sandbox, a VPC endpoint).
        var config = (AwsClientConfig)executionContext.RequestContext.ClientConfig;
        executionContext.RequestContext.Request.AuthenticationRegion = config.Region.SystemName;
    }
}
