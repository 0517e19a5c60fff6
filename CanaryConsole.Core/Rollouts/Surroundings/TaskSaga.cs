using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Takes a checklist forward: the intent first, then the call, then its report or a read-back; whatever is lost in between is begun again. Pure.</summary>
internal static class TaskSaga
{
    /// <summary>Null once every task is done; no events while there is nothing to do but wait.</summary>
    /// <param name="inOrder">A task that fails holds up those behind it; otherwise only one that runs does.</param>
    public static Decision? Next(RolloutState state, IReadOnlyList<RolloutTask> tasks, RolloutInput.Observe observed, bool inOrder = false)
    {
        var allDone = true;
        foreach (var task in tasks)
        {
            var standing = state.Task(task);
            if (standing.Progress is TaskProgress.Done)
            {
                continue;
            }

            // What the champion's release takes away would be the challenger's by then.
            var released = task is not RolloutTask.MoveScaling || !tasks.Contains(RolloutTask.ReleaseScaling) || state.Task(RolloutTask.ReleaseScaling).Progress is TaskProgress.Done;
            if (released && Advance(state, standing, observed, allDone) is { } happened)
            {
                return Decision.Of(happened);
            }

            if (inOrder || standing.Progress is TaskProgress.Running)
            {
                return Decision.Nothing;
            }

            allDone = false;
        }

        return allDone ? null : Decision.Nothing;
    }

    private static RolloutEvent? Advance(RolloutState state, TaskStanding standing, RolloutInput.Observe observed, bool allBeforeDone)
    {
        if (standing.Task is RolloutTask.PinChampion)
        {
            return observed.Endpoint?.Variant(state.Plan.ChampionVariant) is { } champion
                ? new RolloutEvent.TaskEvent.ChampionPinned(champion.DesiredInstanceCount, state.Plan.Surroundings?.ChampionInstances ?? champion.DesiredInstanceCount)
                : null;
        }

        if (TaskReadBack.Shows(standing.Task, state, observed.Endpoint) is { } shown)
        {
            return new RolloutEvent.TaskEvent.TaskDone(standing.Task, shown);
        }

        var may = (allBeforeDone || !NeedsAllBefore(standing.Task)) && (!TaskReadBack.Changes(standing.Task) || observed.Endpoint is { Status: EndpointStatus.InService });
        return may && IsDue(standing, observed.At) ? new RolloutEvent.TaskEvent.TaskStarted(standing.Task, standing.Attempts + 1) : null;
    }

    // The last picture is of the end, and a champion that still scales is not taken away.
    private static bool NeedsAllBefore(RolloutTask task) => task is RolloutTask.PictureAfter or RolloutTask.RemoveChampion;

    private static bool IsDue(TaskStanding standing, DateTimeOffset at) => standing.Progress switch
    {
        TaskProgress.Waiting => true,
        TaskProgress.Running => at - standing.Since >= RolloutDefaults.TaskRetryAfter,
        _ => at - standing.Since >= BackOff(standing.Attempts),
    };

    private static TimeSpan BackOff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(RolloutDefaults.TaskBackOffMost.TotalSeconds, RolloutDefaults.TaskBackOffLeast.TotalSeconds * Math.Pow(2, Math.Min(attempts, 20) - 1)));
}
