using System.Runtime.ExceptionServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CanaryConsole.Aws.Protocol;

/// <summary>What our clients add to Amazon's pipeline: where the service is, how requests are signed, and a time limit per call.</summary>
public abstract class AwsClient : AmazonServiceClient
{
    private readonly AwsClientConfig _config;

    private protected AwsClient(AWSCredentials? credentials, AwsClientConfig config)
        : base(credentials, config)
    {
        _config = config;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerBefore<RetryHandler>(new SigV4Resolver());

        // The SDK takes it for throttling. Here it is a quota that is used up, and asking again does not change that.
        foreach (var retries in pipeline.Handlers.OfType<RetryHandler>())
        {
            retries.RetryPolicy.ThrottlingErrorCodes.Remove("LimitExceededException");
        }
    }

    /// <exception cref="InvalidRequestException">The request is outside the bounds of the service's model; nothing was sent.</exception>
    private protected async Task<TResponse> CallAsync<TResponse>(
        AmazonWebServiceRequest request,
        IMarshaller<IRequest, AmazonWebServiceRequest> marshaller,
        ResponseUnmarshaller unmarshaller,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        if (WireBounds.Violations(request).ToList() is { Count: > 0 } violations)
        {
            throw new InvalidRequestException(OperationName.Of(request), violations);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_config.TimeLimit);
        var options = new InvokeOptions { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
        try
        {
            return await InvokeAsync<TResponse>(request, options, limit.Token).ConfigureAwait(false);
        }
        catch (AmazonUnmarshallingException exception) when (exception.InnerException is AmazonServiceException refusal)
        {
            // Ours, thrown while reading a redirect; the pipeline takes whatever is thrown there for a body it cannot read.
            ExceptionDispatchInfo.Throw(refusal);
            throw;
        }
        catch (Exception exception) when (limit.IsCancellationRequested && exception is not AmazonServiceException { StatusCode: not 0 })
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException(
                $"{_config.ServiceId} did not answer {OperationName.Of(request)} within {_config.TimeLimit.TotalSeconds:0.###} s.", exception);
        }
    }
}
