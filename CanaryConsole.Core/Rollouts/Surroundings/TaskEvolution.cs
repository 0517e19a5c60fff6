using System.Diagnostics;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of what surrounds the traffic.</summary>
internal static class TaskEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.TaskEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.TaskEvent.RestorationStarted started => Restore(state, started, at),
        RolloutEvent.TaskEvent.TaskStarted started => Stand(state, new TaskStanding(started.Task, TaskProgress.Running, started.Attempt, at)),
        RolloutEvent.TaskEvent.TaskDone done => Stand(state, state.Task(done.Task) with { Progress = TaskProgress.Done, Since = at, Text = done.Note }),
        RolloutEvent.TaskEvent.TaskFailed failed =>
            Stand(state, new TaskStanding(failed.Task, TaskProgress.Failed, failed.Attempt, at, failed.Problem)),
        RolloutEvent.TaskEvent.PictureTaken taken => Keep(
            Stand(state, state.Task(taken.Task) with { Progress = TaskProgress.Done, Since = at }), taken.Task, taken.Picture),
        RolloutEvent.TaskEvent.ChampionPinned pinned =>
            Stand(state, new TaskStanding(RolloutTask.PinChampion, TaskProgress.Done, 1, at)) with { PinnedInstances = pinned.Instances },
        RolloutEvent.TaskEvent.TrafficReturned returned => state with { WeightsConfirmedAt = at, TrafficBackAfter = returned.Took },
        RolloutEvent.TaskEvent.RestLeft left => state with { Reason = state.Reason ?? left.Reason },
        _ => throw new UnreachableException(),
    };

    // A restoration that was broken off by a rollback begins anew: what it had done then is not what is wanted now.
    private static RolloutState Restore(RolloutState state, RolloutEvent.TaskEvent.RestorationStarted started, DateTimeOffset at)
    {
        var restoring = RolloutEvolution.Enter(state, RolloutPhase.Restoring, at) with { Ending = started.Ending, Reason = started.Reason ?? state.Reason };
        var again = TaskLists.Restoration(restoring).ToHashSet();
        return restoring with { Tasks = restoring.Tasks.RemoveAll(standing => again.Contains(standing.Task) && standing.Task is not RolloutTask.RaiseChampion) };
    }

    private static RolloutState Stand(RolloutState state, TaskStanding standing)
    {
        var index = state.Tasks.FindIndex(one => one.Task == standing.Task);
        return state with { Tasks = index < 0 ? state.Tasks.Add(standing) : state.Tasks.SetItem(index, standing) };
    }

    private static RolloutState Keep(RolloutState state, RolloutTask task, EndpointPicture picture) =>
        task is RolloutTask.PictureBefore ? state with { Before = picture } : state with { After = picture };
}
