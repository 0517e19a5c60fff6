namespace CanaryConsole.Core.Rollouts;

/// <summary>Which tasks surround a rollout, in their order. Pure.</summary>
public static class TaskLists
{
    /// <summary>Before the challenger is brought up; none in plans of older consoles.</summary>
    public static IReadOnlyList<RolloutTask> Preparation(RolloutPlan plan) => plan.Surroundings is not { } around
        ? []
        :
        [
            RolloutTask.PictureBefore,
            .. When(around.MakeModel, RolloutTask.MakeModel),
            RolloutTask.SuspendScaling,
            RolloutTask.PinChampion,
            RolloutTask.TagEndpoint,
            .. When(around.Alarms is { Count: > 0 }, RolloutTask.MakeAlarms),
        ];

    /// <summary>After the traffic is where it belongs; none while that is not decided.</summary>
    public static IReadOnlyList<RolloutTask> Restoration(RolloutState state) => state.Ending is null
        ? []
        : [.. When(RolloutAlarms.ToRemove(state).Count > 0, RolloutTask.RemoveAlarms), .. Around(state)];

    private static IReadOnlyList<RolloutTask> Around(RolloutState state) => (state.Plan.Surroundings, state.Ending) switch
    {
        (null, _) => [],
        ({ } around, RolloutPhase.Completed) => Forward(state, around),
        var (around, _) => Back(state, around),
    };

    private static IReadOnlyList<RolloutTask> Forward(RolloutState state, RolloutSurroundings around)
    {
        var removes = !around.KeepChampion && !SameVariant(state.Plan);
        return
        [
            .. When(removes && Began(state, RolloutTask.SuspendScaling), RolloutTask.ReleaseScaling),
            .. When(removes, RolloutTask.RemoveChampion),
            .. When(Began(state, RolloutTask.SuspendScaling), SameVariant(state.Plan) && around.Scaling is null ? RolloutTask.RestoreScaling : RolloutTask.MoveScaling),
            RolloutTask.TagLineage,
            RolloutTask.PictureAfter,
        ];
    }

    private static IReadOnlyList<RolloutTask> Back(RolloutState state, RolloutSurroundings around) =>
    [
        .. When(Began(state, RolloutTask.LowerChampion) && !IsDone(state, RolloutTask.RaiseChampion), RolloutTask.RaiseChampion),
        .. When(around.RollbackPolicy is RollbackPolicy.RemoveVariant && !SameVariant(state.Plan), RolloutTask.RemoveChallenger),
        .. When(around.RollbackPolicy is RollbackPolicy.RestoreConfig, RolloutTask.RestoreConfig),
        .. When(Began(state, RolloutTask.SuspendScaling), RolloutTask.RestoreScaling),
        .. When(Began(state, RolloutTask.TagEndpoint), RolloutTask.RestoreTags),
        .. When(around.Quarantine && state is { AutomaticRollback: true, Ending: RolloutPhase.RolledBack }, RolloutTask.Quarantine),
        RolloutTask.PictureAfter,
    ];

    private static bool SameVariant(RolloutPlan plan) => string.Equals(plan.ChampionVariant, plan.Challenger.VariantName, StringComparison.Ordinal);

    private static bool Began(RolloutState state, RolloutTask task) => state.Task(task).Progress is not TaskProgress.Waiting;

    private static bool IsDone(RolloutState state, RolloutTask task) => state.Task(task).Progress is TaskProgress.Done;

    private static RolloutTask[] When(bool condition, RolloutTask task) => condition ? [task] : [];
}
