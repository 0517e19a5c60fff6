using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of a managed deployment.</summary>
internal static class ManagedEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ManagedEvent happened, DateTimeOffset at)
    {
        var stand = state.Managed ?? new ManagedState();
        return happened switch
        {
            RolloutEvent.ManagedEvent.AlarmsRequested => state with
            {
                Managed = stand with { AlarmsRequestedAt = at, AlarmRequests = stand.AlarmRequests + 1, AlarmsReady = false },
            },
            RolloutEvent.ManagedEvent.AlarmsReady ready => state with { Managed = stand with { AlarmsReady = true, Alarms = ready.Alarms } },
            RolloutEvent.ManagedEvent.AlarmStatesSeen seen => state with { Managed = stand with { Alarms = seen.Alarms }, HoldTopic = null },
            RolloutEvent.ManagedEvent.DeploymentRequested requested => RolloutEvolution.Enter(state, RolloutPhase.Deploying, at) with
            {
                // From here on the new fleet may get traffic, so guards act.
                Step = 0,
                Managed = stand with { Attempts = requested.Attempt, RequestedAt = at, ConfigName = requested.ConfigName, Progress = null },
            },
            RolloutEvent.ManagedEvent.DeploymentProgressed progressed => Progress(state, stand, progressed.Progress, at),
            RolloutEvent.ManagedEvent.DeploymentConfirmed confirmed => state with
            {
                Pinned = confirmed.Seen,
                ChallengerShare = Percentage.Whole,
                IntentAt = stand.RequestedAt,
                WeightsConfirmedAt = at,
                EvidenceMissingSince = null,
                Managed = stand with { Seen = true, Progress = null },
            },
            RolloutEvent.ManagedEvent.AbortRequested => state with { Managed = stand with { AbortedAt = at } },
            RolloutEvent.ManagedEvent.RevertRequested reverted => state with { Managed = stand with { Reverts = reverted.Attempt, RevertRequestedAt = at } },
            _ => throw new UnreachableException(),
        };
    }

    // Evidence of the new fleet counts from its first traffic on; its share only ever rises while it is deployed.
    private static RolloutState Progress(RolloutState state, ManagedState stand, ManagedProgress progress, DateTimeOffset at) => state with
    {
        ChallengerShare = state.Phase is RolloutPhase.Deploying ? progress.Share : state.ChallengerShare,
        EvidenceSince = state.EvidenceSince ?? (progress.Share > Percentage.Zero ? at : null),
        GuardedSince = state.GuardedSince ?? (progress.Share > Percentage.Zero ? at : null),
        Managed = stand with { Seen = true, Progress = progress },
    };
}
