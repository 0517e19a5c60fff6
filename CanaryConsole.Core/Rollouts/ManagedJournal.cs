using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A managed deployment, told to people.</summary>
internal static class ManagedJournal
{
    public static string Sentence(RolloutEvent.ManagedEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.ManagedEvent.DeploymentRequested requested =>
            $"Asked SageMaker to deploy {plan.Challenger.ModelName} with configuration {requested.ConfigName}{(requested.Attempt > 1 ? $", attempt {requested.Attempt}" : "")}.",
        _ => throw new UnreachableException(),
    };
}
