using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Aws.SageMakerRuntime;

public interface IAmazonSageMakerRuntime : IDisposable
{
    Task<InvokeEndpointResponse> InvokeEndpointAsync(InvokeEndpointRequest request, CancellationToken cancellationToken = default);
}
