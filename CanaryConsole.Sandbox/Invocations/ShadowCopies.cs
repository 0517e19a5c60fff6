using System.Threading.Channels;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>Copies of requests on their way to shadow variants: what they answer is captured or dropped, what it cost is counted, and nobody waits for them.</summary>
internal sealed class ShadowCopies(Simulation simulation, ContainerCall call, TimeProvider wall)
{
    private const int AtOnce = 32;

    // A shadow that cannot keep up misses copies; the production variant's callers must not pay for it.
    private readonly Channel<(Invocation Copy, InvocationRequest Request, long Sent)> _waiting =
        Channel.CreateBounded<(Invocation, InvocationRequest, long)>(new BoundedChannelOptions(128) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Send(Invocation copy, InvocationRequest request)
    {
        var untargeted = request with { TargetVariant = null };
        if (copy.Drawn is { } drawn)
        {
            InvocationCapture.Keep(simulation, copy, untargeted, BehaviourAnswer.Of(drawn, copy.Variant.Model.Name, untargeted));
            return;
        }

        _waiting.Writer.TryWrite((copy, untargeted, wall.GetTimestamp()));
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                _waiting.Reader.ReadAllAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (one, token) => InvocationCapture.Keep(simulation, one.Copy, one.Request, await call.InvokeAsync(one.Copy, one.Request, one.Sent, token)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }
}
