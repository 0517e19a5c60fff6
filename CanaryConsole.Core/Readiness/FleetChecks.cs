using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Readiness;

/// <summary>What the endpoint itself says: the champion's fleet can take everything, and the challenger stands with all its instances. Pure.</summary>
internal static class FleetChecks
{
    public static IReadOnlyList<ReadinessCheck> Of(RolloutPlan plan, ReadinessBasis basis, EndpointDescription? endpoint) =>
    [
        Endpoint(endpoint),
        Fleet($"Fleet of {plan.ChampionVariant}", endpoint, plan.ChampionVariant, basis.ChampionInstances, "it had when this was planned"),
        Fleet($"Fleet of {plan.Challenger.VariantName}", endpoint, plan.Challenger.VariantName, plan.Challenger.InstanceCount, "the plan gives it"),
    ];

    private static ReadinessCheck Endpoint(EndpointDescription? endpoint) => endpoint switch
    {
        null => ReadinessCheck.Unknown("Endpoint", "it could not be described"),
        { Status: EndpointStatus.InService } => ReadinessCheck.Passed($"Endpoint {endpoint.Name}"),
        _ => ReadinessCheck.Failed($"Endpoint {endpoint.Name}", $"it is {endpoint.Status}"),
    };

    // A serverless variant has no instances to count, and needs none.
    private static ReadinessCheck Fleet(string name, EndpointDescription? endpoint, string variant, int wanted, string measure) => endpoint?.Variant(variant) switch
    {
        null when endpoint is null => ReadinessCheck.Unknown(name, "the endpoint could not be described"),
        null => ReadinessCheck.Failed(name, $"{variant} is not on the endpoint"),
        { CurrentInstanceCount: var count } when count >= wanted => ReadinessCheck.Passed(name),
        { CurrentInstanceCount: var count } => ReadinessCheck.Failed(name, $"{count} of the {wanted} instances {measure} are in service"),
    };
}
