using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Aws.SageMakerRuntime;

public sealed class AmazonSageMakerRuntimeClient : AwsClient, IAmazonSageMakerRuntime
{
    private static readonly InvokeEndpointMarshaller Marshaller = new();

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonSageMakerRuntimeClient(AWSCredentials? credentials, AmazonSageMakerRuntimeConfig config)
        : base(credentials, config)
    {
    }

    public Task<InvokeEndpointResponse> InvokeEndpointAsync(InvokeEndpointRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<InvokeEndpointResponse>(request, Marshaller, InvokeEndpointUnmarshaller.Instance, cancellationToken);
}
