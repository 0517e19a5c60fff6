using CanaryConsole.Api.Published;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Playground;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Playground;

/// <summary>Sends what the playground asks for on the same path as the API's inference, so that it counts like any other traffic.</summary>
internal sealed class PlaygroundSending(CountedInvocation invocation, IInvocationGateway gateway, IOptions<GatewayOptions> options)
{
    public const int LargestBody = GatewayOptions.LargestBody;

    /// <summary>The first thing that is wrong with a request, as a sentence; null when it can be sent.</summary>
    /// <param name="names">The variants that would be named; none when the weights choose.</param>
    public string? Problem(InvocationRequest request, IReadOnlyList<string> names) => InvocationHeaders.Problem(request) switch
    {
        { } wrong => wrong,
        null when request.Body.Length > LargestBody => $"The payload has {request.Body.Length:N0} bytes; SageMaker takes at most {LargestBody:N0}.",
        null when names.Count > 0 && !options.Value.AllowTargetVariant && gateway.Covers(request.Endpoint) =>
            "Naming a variant goes past the weights and is not allowed here (Gateway:AllowTargetVariant is false): send by the weights.",
        null => null,
    };

    /// <summary>One exchange for each name, all at once; a single one by the weights for none.</summary>
    public async Task<IReadOnlyList<PlaygroundExchange>> SendAsync(InvocationRequest request, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Count > 0
            ? await Task.WhenAll(names.Select(name => SendAsync(request with { TargetVariant = name }, cancellationToken)))
            : [await SendAsync(request, cancellationToken)];

    private async Task<PlaygroundExchange> SendAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // Without a unit it is SageMaker's weights that choose, anew for each request.
            return new PlaygroundExchange(request.TargetVariant, await invocation.InvokeAsync(request, "", cancellationToken), null);
        }
        catch (CloudException failure)
        {
            return new PlaygroundExchange(request.TargetVariant, null, failure.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new PlaygroundExchange(request.TargetVariant, null, "Cancelled before an answer came; the model may have seen the request all the same.");
        }
    }
}
