using System.Diagnostics;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What surrounds the traffic: prepared before, put back after: what its inputs change.</summary>
internal static class TaskDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.TaskInput input) => input switch
    {
        RolloutInput.TaskInput.ReportTaskDone report => Done(state, report),
        RolloutInput.TaskInput.ReportTaskFailed report => Failed(state, report),
        RolloutInput.TaskInput.LeaveRest leave => Leave(state, leave),
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>What has to be done before the challenger is brought up; null once all of it is.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed) => TaskSaga.Next(state, TaskLists.Preparation(state.Plan), observed, inOrder: true);

    /// <summary>The champion lowered to its warm count once everything is read back; null when there is nothing to record.</summary>
    public static Decision? Soak(RolloutState state, RolloutInput.Observe observed) =>
        state.Plan.Surroundings?.WarmInstances is { } warm && warm < state.PinnedInstances && state.WeightsConfirmedAt is not null
        && TaskSaga.Next(state, [RolloutTask.LowerChampion], observed) is Decision.Accepted { Events.Count: > 0 } lowering
            ? lowering
            : null;

    /// <summary>A champion that was lowered gets its instances back before it gets the traffic back; null when there is nothing to record.</summary>
    public static Decision? BeforeWeights(RolloutState state, RolloutInput.Observe observed) =>
        TaskReconciler.HoldsWeights(state, observed.At)
        && TaskSaga.Next(state, [RolloutTask.RaiseChampion], observed) is Decision.Accepted { Events.Count: > 0 } raising
            ? raising
            : null;

    /// <summary>A look at the endpoint while things are put back.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        // Who changed the traffic back may have had a reason: the console does not fight, and does not call it the end either.
        var shows = !WatchesTraffic(state) || WeightDecisions.Shows(observed.Endpoint, state);
        if (!shows && observed.Endpoint is { Status: EndpointStatus.InService } changed)
        {
            return Changed(state, changed);
        }

        var next = TaskSaga.Next(state, TaskLists.Restoration(state), observed);
        if (next is null && shows)
        {
            return Decision.Of(Endings.Last(state, observed.Assessments));
        }

        next ??= Decision.Nothing;

        return next is Decision.Accepted { Events.Count: 0 } && !state.Paged && observed.At - state.PhaseSince > RolloutDefaults.RestorationOverdue
            ? Decision.Of(new RolloutEvent.AttentionRequested(
                $"putting back takes longer than {RolloutDefaults.RestorationOverdue.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
            : next;
    }

    /// <summary>A champion that somebody brought back makes the way back warm again: the task that took it away is no longer done.</summary>
    private static Decision Changed(RolloutState state, EndpointDescription changed)
    {
        var isBack = state.IsCold && changed.Variant(state.Plan.ChampionVariant) is not null;
        var wayOn = state.IsCold && !isBack ? "leave the rest as it is, or bring the champion back" : "roll back to go on";
        var blocked = new RolloutEvent.RolloutBlocked(
            $"the weights were changed outside this rollout while it was putting things back: the challenger has {changed.ShareOf(state.Plan.Challenger.VariantName)}, wanted {state.ChallengerShare}; {wayOn}");
        return isBack
            ? Decision.Of(
                new RolloutEvent.TaskEvent.TaskFailed(
                    RolloutTask.RemoveChampion, state.Task(RolloutTask.RemoveChampion).Attempts, $"{state.Plan.ChampionVariant} is on the endpoint again, by somebody else's change"),
                blocked)
            : Decision.Of(blocked);
    }

    // A challenger that had traffic before the rollout began, or that took the champion's place under its name, has no share to be held against.
    private static bool WatchesTraffic(RolloutState state) =>
        state.Plan.ChampionVariant != state.Plan.Challenger.VariantName
        && (state is { IntentAt: not null, WeightsConfirmedAt: not null }
            || (state is { IntentAt: null, Ending: not RolloutPhase.Completed, Before: { } before } && before.Variant(state.Plan.Challenger.VariantName) is null or { CurrentWeight: 0 }));

    private static Decision Done(RolloutState state, RolloutInput.TaskInput.ReportTaskDone report) => (state.Task(report.Task).Progress, report.Picture) switch
    {
        // Nothing happens here: another look was faster.
        (not TaskProgress.Running, _) => Decision.Nothing,
        (_, { } picture) => Decision.Of(new RolloutEvent.TaskEvent.PictureTaken(report.Task, picture)),
        _ => Decision.Of(new RolloutEvent.TaskEvent.TaskDone(report.Task, report.Note)),
    };

    private static Decision Failed(RolloutState state, RolloutInput.TaskInput.ReportTaskFailed report)
    {
        var standing = state.Task(report.Task);
        if (standing.Progress is not TaskProgress.Running)
        {
            return Decision.Nothing;
        }

        var failed = new RolloutEvent.TaskEvent.TaskFailed(report.Task, standing.Attempts, report.Problem);
        return standing.Attempts >= RolloutDefaults.TaskAttemptsBeforePage && !state.Paged
            ? Decision.Of(failed, new RolloutEvent.AttentionRequested(
                $"{TaskNames.Of(report.Task)} failed {standing.Attempts} times and is tried again: {report.Problem}"))
            : Decision.Of(failed);
    }

    private static Decision Leave(RolloutState state, RolloutInput.TaskInput.LeaveRest leave)
    {
        // A blocked one that can still go back by weights must: nothing is called complete while the traffic is elsewhere.
        if (state is not ({ Phase: RolloutPhase.Restoring } or { Phase: RolloutPhase.Blocked, IsCold: true }))
        {
            return new Decision.Refused($"Rollout {state.Id} cannot leave the rest as it is while {state.Phase}: only a restoration can be ended so.");
        }

        var remaining = TaskLists.Restoration(state).Where(task => state.Task(task).Progress is not TaskProgress.Done).ToList();
        return Decision.Of(new RolloutEvent.TaskEvent.RestLeft(leave.Reason, remaining), Endings.Last(state, evidence: null));
    }
}
