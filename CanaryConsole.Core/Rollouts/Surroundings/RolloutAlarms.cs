using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Which alarms go with a rollout. Pure.</summary>
internal static class RolloutAlarms
{
    /// <summary>By name, once it is decided how the rollout ends: those of a managed deployment always, the challenger's on the way back, the old champion's once that is taken away.</summary>
    public static IReadOnlyList<string> ToRemove(RolloutState state) =>
    [
        .. state.Managed?.AlarmsRequestedAt is null ? [] : ManagedAlarmDecisions.Wanted(state).Select(alarm => alarm.Name),
        .. state.Ending is not RolloutPhase.Completed && state.Task(RolloutTask.MakeAlarms).Progress is not TaskProgress.Waiting
            ? ChallengerAlarms.Of(state.Id.Value, state.Plan).Select(alarm => alarm.Name)
            : [],
        .. state is { Ending: RolloutPhase.Completed, Plan: { Managed: null, Surroundings: { KeepChampion: false, ChampionAlarms: { } champions } } } ? champions : [],
    ];
}
