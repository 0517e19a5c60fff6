using System.Threading.Channels;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>Copies of requests on their way to shadow variants in containers: what they answer is dropped, what it cost is counted, and nobody waits for them.</summary>
internal sealed class ShadowCopies(ContainerCall call, TimeProvider wall)
{
    private const int AtOnce = 32;

    // A shadow that cannot keep up misses copies; the production variant's callers must not pay for it.
    private readonly Channel<(Invocation Copy, InvocationRequest Request, long Sent)> _waiting =
        Channel.CreateBounded<(Invocation, InvocationRequest, long)>(new BoundedChannelOptions(128) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Send(Invocation copy, InvocationRequest request) =>
        _waiting.Writer.TryWrite((copy, request with { TargetVariant = null }, wall.GetTimestamp()));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                _waiting.Reader.ReadAllAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (one, token) => await call.InvokeAsync(one.Copy, one.Request, one.Sent, token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }
}
