using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Environments;

/// <summary>What a rollout was asked for, turned into what the next environment is asked. Pure.</summary>
internal static class PromotionPlan
{
    /// <summary>The same version and the same way there; what belongs to the endpoint before (variants, instances, exceptions) is left to the defaults of the next.</summary>
    /// <param name="to">The environment of <paramref name="endpoint"/>; null for none.</param>
    public static RolloutRequest Of(RolloutRecord from, string endpoint, DeploymentEnvironment? to)
    {
        var (request, challenger) = (from.Request, from.State.Plan.Challenger);
        var plan = request with
        {
            Endpoint = endpoint,
            ModelName = challenger.PackageGroup is null ? challenger.ModelName : null,
            PackageGroup = challenger.PackageGroup,
            PackageVersion = challenger.PackageVersion,
            Candidate = null,
            ChampionVariant = null,
            ChallengerVariant = null,
            InstanceType = null,
            InstanceCount = null,
            WarmInstances = null,
            OverrideQuarantine = null,
            OverrideArtifact = null,
            ApprovalRequired = false,
        };
        return to?.Strategies is { } allowed && !allowed.Contains(plan.Strategy)
            ? plan with { Strategy = allowed[0], Steps = null, LinearIncrement = null, HoldShare = null, Shadow = null, Managed = null, BakeMinutes = null }
            : plan;
    }
}
