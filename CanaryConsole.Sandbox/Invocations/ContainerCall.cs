using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>
/// One invocation of a variant in containers, counted when it is answered: the container's measured time as model latency, the rest of the request's time in the sandbox as overhead.
/// Both are the wall's time, as <see cref="ContainerClient"/> says; so on a clock that runs faster, a container serves fewer requests per second of that clock than on real time.
/// </summary>
internal sealed class ContainerCall(Simulation simulation, ContainerClient client, TimeProvider wall)
{
    private static readonly ReadOnlyMemory<byte> Fault = """{"error": "a fault on demand"}"""u8.ToArray();

    /// <param name="started">The wall's timestamp at which the request began.</param>
    public async Task<ModelAnswer> InvokeAsync(Invocation invocation, InvocationRequest request, long started, CancellationToken cancellationToken)
    {
        var answer = invocation.ForcedStatus is { } status
            ? new ModelAnswer(invocation.Variant.Model.Containers[0].Name, status, "application/json", Fault, TimeSpan.Zero)
            : await ContainerPipeline.InvokeAsync(client, invocation.Containers(request), request, cancellationToken);
        if (invocation.Trouble.LatencyFactor > 1)
        {
            var longer = answer.Latency * invocation.Trouble.LatencyFactor;
            await Task.Delay(longer - answer.Latency, wall, cancellationToken);
            answer = answer with { Latency = longer };
        }

        var overhead = wall.GetElapsedTime(started) - answer.Latency;
        var outcome = RequestOutcome.Of(answer.Latency, overhead > TimeSpan.Zero ? overhead : TimeSpan.Zero, answer.Status);
        simulation.Glance((Invocation: invocation, Outcome: outcome), static (world, now, given) =>
        {
            world.Recorder.Record(given.Invocation.Endpoint, given.Invocation.Fleet, given.Invocation.Variant, now, given.Outcome);
            return true;
        });
        return answer;
    }
}
