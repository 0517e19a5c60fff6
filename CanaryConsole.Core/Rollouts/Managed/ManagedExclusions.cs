using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Where SageMaker would ignore deployment guardrails, or fail the update: refused before the call, with the reason. Pure.</summary>
internal static class ManagedExclusions
{
    /// <exception cref="PlanProblemException">Something is excluded.</exception>
    public static void Refuse(RolloutPlan plan, EndpointDescription endpoint, DeploymentFacts facts)
    {
        const string Ignored = "SageMaker ignores deployment guardrails there and would update all at once, with no bake";
        var excluded = facts switch
        {
            { Serverless: true } => $"a variant of {endpoint.Name} is serverless: deployment guardrails exchange instances",
            { Accelerator: { } accelerator } => $"{plan.ChampionVariant} uses the Elastic Inference accelerator {accelerator}: {Ignored}",
            { MarketplaceModel: { } model } => $"model {model} comes from AWS Marketplace: {Ignored}",
            _ => null,
        };
        if (excluded is not null)
        {
            throw new PlanProblemException(RefusalKind.Conflict, "strategy", $"strategy is {(plan.Managed!.Kind is DeploymentKind.Rolling ? "rolling" : "blueGreen")}, but {excluded}.");
        }

        var watched = GuardAlarms.Watched(GuardAlarms.Of("planned", "planned", plan), plan).Count;
        if (watched > GuardAlarms.Most)
        {
            throw RequestBounds.Invalid(
                "managed.alarms", $"managed.alarms names {plan.Managed!.ExtraAlarms.Count} alarms, {watched} with the console's own; SageMaker watches at most {GuardAlarms.Most}.");
        }
    }
}
