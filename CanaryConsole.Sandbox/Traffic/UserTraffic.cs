using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;

namespace CanaryConsole.Sandbox.Traffic;

/// <summary>The simulated users of one endpoint: each request is routed by the current weights and leaves its latency and outcome in the metrics.</summary>
internal sealed class UserTraffic(string endpointName, IArrivals arrivals, Behaviour reference, Dice dice)
{
    // What a recorded request costs on the reference model: a start, and a step for each generated token.
    private static readonly TimeSpan PerRequest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PerToken = TimeSpan.FromMilliseconds(10);

    private readonly Sampler _sampler = new(dice);

    public string EndpointName { get; } = endpointName;

    public void Run(Endpoint endpoint, DateTimeOffset from, DateTimeOffset until, World world)
    {
        foreach (var arrival in arrivals.Between(from, until))
        {
            var target = world.Faults.IsQuiet ? null : world.Faults.TargetOf(EndpointName, arrival.At);
            if (!endpoint.IsServing || endpoint.Route(dice.Uniform(), target) is not { } routed || (target is not null && !routed.Variant.CanServe))
            {
                continue;
            }

            Ask(world, endpoint, routed, arrival);
            if (routed.Fleet.Shadow is { Variant.CanServe: true } shadow && dice.Uniform() < shadow.SamplingShare)
            {
                Ask(world, endpoint, routed with { Variant = shadow.Variant }, arrival);
            }
        }
    }

    // A simulated user has nothing to say that a real model would understand, so none asks a container.
    private void Ask(World world, Endpoint endpoint, Routed routed, Arrival arrival)
    {
        var variant = routed.Variant;
        if (!variant.Model.RunsInContainers)
        {
            var outcome = ServedRequest.Draw(world, endpoint, variant, arrival.At, Work(variant.Model.Behaviour, arrival), _sampler);
            world.Recorder.Record(endpoint, routed.Fleet, variant, arrival.At, outcome);
        }
    }

    private TimeSpan Work(Behaviour behaviour, Arrival arrival) => arrival.GeneratedTokens is { } tokens
        ? _sampler.Work(behaviour, reference, PerRequest + (tokens * PerToken))
        : _sampler.Work(behaviour);
}
