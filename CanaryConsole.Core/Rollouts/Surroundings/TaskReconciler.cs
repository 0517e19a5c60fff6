using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action of what surrounds the traffic, by the difference between what is wanted and what is there. Pure.</summary>
internal static class TaskReconciler
{
    /// <summary>Null when there is nothing to do now. Asked in every status of the endpoint, also when it could not be described.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at) =>
        // The intent is written for each attempt; only a fresh one is acted on, a stale one is followed by the next.
        state.Tasks.Find(standing => standing.Progress is TaskProgress.Running && standing.Since == at) is { } running
            ? new RolloutAction.TaskAction.Perform(running.Task)
            : null;

    /// <summary>
    /// The way back waits for a champion that was lowered for the soak: it must not get everything before it has its instances. Not for ever: a fleet
    /// too small serves some, a challenger that fails may serve nobody.
    /// </summary>
    public static bool HoldsWeights(RolloutState state, DateTimeOffset at) =>
        state is { Phase: RolloutPhase.RollingBack, PinnedInstances: not null }
        && state.Task(RolloutTask.LowerChampion).Progress is TaskProgress.Running or TaskProgress.Done
        && state.Task(RolloutTask.RaiseChampion) is { Progress: not TaskProgress.Done } raising
        && raising is not { Progress: TaskProgress.Failed, Attempts: >= RolloutDefaults.TaskAttemptsBeforePage }
        && at - state.PhaseSince < RolloutDefaults.CapacityFirstLimit;
}
