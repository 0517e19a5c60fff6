using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What surrounds the traffic, told to people.</summary>
internal static class TaskJournal
{
    public static string Sentence(RolloutEvent.TaskEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.TaskEvent.RestorationStarted => $"Putting back what the rollout changed around the traffic of {plan.Endpoint}.",
        _ => throw new UnreachableException(),
    };
}
