using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What people call the two sides: by version where one is known, else by model or variant.</summary>
internal static class RolloutNames
{
    public static string Challenger(RolloutPlan plan) => plan.Challenger.PackageVersion is { } version
        ? $"v{version}"
        : ModelVersion.Short(plan.Challenger.ModelName);

    /// <summary>The plan names the champion by its variant; the endpoint, if it is still there, by its model.</summary>
    public static string Champion(RolloutPlan plan, EndpointDescription? endpoint) =>
        endpoint?.Variant(plan.ChampionVariant) is { } variant ? ModelVersion.Short(variant.ModelName) : plan.ChampionVariant;

    public static string Title(RolloutPlan plan, EndpointDescription? endpoint) =>
        $"{plan.Endpoint}: {Challenger(plan)} against {Champion(plan, endpoint)}";

    public static string Of(Strategy strategy) => strategy switch
    {
        Strategy.Canary => "Canary",
        Strategy.Linear => "Linear",
        Strategy.CustomSteps => "Custom steps",
        Strategy.AllAtOnce => "All at once",
    };
}
