using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What people call the two sides: by version where one is known, else by model or variant.</summary>
internal static class RolloutNames
{
    public static string Challenger(RolloutPlan plan) => plan.Challenger.PackageVersion is { } version
        ? $"v{version}"
        : ModelVersion.Short(plan.Challenger.ModelName);

    /// <summary>By the model of the time it was planned; else by what the variant serves now, if it is still there.</summary>
    public static string Champion(RolloutPlan plan, EndpointDescription? endpoint) =>
        (plan.ChampionModel ?? endpoint?.Variant(plan.ChampionVariant)?.ModelName) is { } model ? ModelVersion.Short(model) : plan.ChampionVariant;

    public static string Title(RolloutPlan plan, EndpointDescription? endpoint) =>
        $"{plan.Endpoint}: {Challenger(plan)} against {Champion(plan, endpoint)}";

    public static string Of(Strategy strategy) => strategy switch
    {
        Strategy.Canary => "Canary",
        Strategy.Linear => "Linear",
        Strategy.CustomSteps => "Custom steps",
        Strategy.AllAtOnce => "All at once",
        Strategy.Shadow => "Shadow, then canary",
        Strategy.AbHold => "A/B hold",
        Strategy.BlueGreen => "Blue/green",
        Strategy.Rolling => "Rolling",
    };
}
