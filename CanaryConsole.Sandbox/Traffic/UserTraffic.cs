using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Traffic;

/// <summary>The simulated users of one endpoint: each request is routed by the current weights and leaves its latency and outcome in the metrics.</summary>
internal sealed class UserTraffic(string endpointName, IArrivals arrivals, Behaviour reference, Dice dice)
{
    // What a recorded request costs on the reference model: a start, and a step for each generated token.
    private static readonly TimeSpan PerRequest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PerToken = TimeSpan.FromMilliseconds(10);

    private readonly Sampler _sampler = new(dice);

    public string EndpointName { get; } = endpointName;

    public void Run(Endpoint endpoint, DateTimeOffset from, DateTimeOffset until, MetricRecorder metrics)
    {
        foreach (var arrival in arrivals.Between(from, until))
        {
            if (endpoint.IsServing && endpoint.Route(dice.Uniform()) is { Variant: { Model.RunsInContainers: false } variant })
            {
                metrics.Record(endpoint, variant, arrival.At, Sample(variant.Model.Behaviour, arrival));
            }
        }
    }

    private RequestOutcome Sample(Behaviour behaviour, Arrival arrival) => arrival.GeneratedTokens is { } tokens
        ? _sampler.Sample(behaviour, reference, PerRequest + (tokens * PerToken))
        : _sampler.Sample(behaviour);
}
