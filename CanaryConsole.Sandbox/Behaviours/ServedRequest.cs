using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>A request to a variant that a behaviour serves: as its model is by now, as busy as its instances are, under the faults in force.</summary>
internal static class ServedRequest
{
    /// <param name="work">The time its model needs for the request by nature.</param>
    public static RequestOutcome Draw(World world, Endpoint endpoint, Variant variant, DateTimeOffset at, TimeSpan work, Sampler sampler)
    {
        var behaviour = variant.Model.Behaviour;
        var trouble = world.Faults.IsQuiet ? VariantTrouble.None : world.Faults.Of(endpoint.Name, variant.Name, at);
        var condition = behaviour.Schedule.At(variant.Service.Age(at), behaviour.ErrorRate);
        work *= condition.LatencyFactor * trouble.LatencyFactor;
        var outcome = sampler.Sample(
            work,
            1 - ((1 - condition.ErrorRate) * (1 - trouble.ErrorShare)),
            variant.Service.Offer(at, work),
            Servers(variant));
        return trouble.ClientErrorShare > 0 ? sampler.Refuse(outcome, trouble.ClientErrorShare) : outcome;
    }

    private static int Servers(Variant variant) => variant.Definition.ServerlessConfig is { } serverless
        ? Math.Max(1, serverless.MaxConcurrency ?? 1)
        : variant.Model.Behaviour.Concurrency * Math.Max(1, variant.CurrentInstanceCount);
}
