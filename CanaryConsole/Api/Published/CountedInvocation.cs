using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Api.Published;

/// <summary>The published inference on the gateway's path: the caller's unit chooses the variant, and the answer counts as evidence. Where the gateway is off, the weights choose and nobody counts.</summary>
internal sealed class CountedInvocation(IEndpointControl control, IInvocationGateway gateway)
{
    public async Task<InvocationAnswer> InvokeAsync(InvocationRequest request, string unit, CancellationToken cancellationToken)
    {
        if (!gateway.Covers(request.Endpoint))
        {
            return await control.InvokeAsync(request, cancellationToken);
        }

        var target = gateway.Target(request.Endpoint, request.TargetVariant, unit);
        try
        {
            var answer = await control.InvokeAsync(request with { TargetVariant = target.Variant }, cancellationToken);
            gateway.Count(request.Endpoint, target, answer.Variant, Status(answer.StatusCode), answer.Latency);
            return answer;
        }
        catch (CloudException failure)
        {
            gateway.Count(request.Endpoint, target, null, failure.Failure is CloudFailure.Unavailable ? InvocationStatus.ServerError : InvocationStatus.ClientError, TimeSpan.Zero);
            throw;
        }
    }

    // Anything but an answer is here what the model said; what the service says comes as an exception.
    private static InvocationStatus Status(int status) => status switch
    {
        >= 200 and < 300 => InvocationStatus.Answered,
        >= 400 and < 500 => InvocationStatus.ModelClientError,
        >= 500 and < 600 => InvocationStatus.ModelServerError,
        _ => InvocationStatus.ModelError,
    };
}
