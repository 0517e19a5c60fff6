using System.Text;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SageMakerRuntime.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class EndpointInvoker(IAmazonSageMakerRuntime runtime, TimeProvider time)
{
    public const int MaxBodyBytes = 6_291_456;

    public async Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        if (request.Body.Length > MaxBodyBytes)
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"The body for endpoint \"{request.Endpoint}\" has {request.Body.Length:N0} bytes; SageMaker takes at most {MaxBodyBytes:N0}. Send a smaller one.");
        }

        using var body = new MemoryStream(request.Body.ToArray(), writable: false);
        var invocation = new InvokeEndpointRequest
        {
            EndpointName = request.Endpoint,
            TargetVariant = request.TargetVariant,
            ContentType = request.ContentType,
            Accept = request.Accept,
            CustomAttributes = request.CustomAttributes,
            Body = body,
        };
        var started = time.GetTimestamp();
        return await CloudCall.RunAsync(
            "InvokeEndpoint",
            request.TargetVariant is null ? $"endpoint \"{request.Endpoint}\"" : $"variant \"{request.TargetVariant}\" of endpoint \"{request.Endpoint}\"",
            async () =>
            {
                try
                {
                    var answer = await runtime.InvokeEndpointAsync(invocation, cancellationToken).ConfigureAwait(false);
                    return new InvocationAnswer(
                        (int)answer.HttpStatusCode,
                        answer.InvokedProductionVariant ?? request.TargetVariant,
                        answer.ContentType,
                        answer.Body?.ToArray(),
                        time.GetElapsedTime(started))
                    {
                        CustomAttributes = answer.CustomAttributes,
                    };
                }
                catch (ModelErrorException error)
                {
                    // The model answered, and what it answered is what the caller wants to know.
                    return new InvocationAnswer(
                        error.OriginalStatusCode ?? (int)error.StatusCode,
                        request.TargetVariant,
                        "text/plain",
                        Encoding.UTF8.GetBytes(error.OriginalMessage ?? error.Message),
                        time.GetElapsedTime(started));
                }
            },
            cancellationToken).ConfigureAwait(false);
    }
}
