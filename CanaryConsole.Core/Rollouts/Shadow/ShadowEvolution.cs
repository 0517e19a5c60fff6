using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of the shadow stage.</summary>
internal static class ShadowEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ShadowEvent happened, DateTimeOffset at)
    {
        var progress = state.Shadow ?? ShadowProgress.None;
        return happened switch
        {
            RolloutEvent.ShadowEvent.ShadowRequested requested =>
                state with { Shadow = progress with { Requests = requested.Attempt, RequestedAt = at, MayBePresent = true } },
            RolloutEvent.ShadowEvent.ShadowReady => Count(RolloutEvolution.Enter(state, RolloutPhase.Shadowing, at), at) with { Shadow = progress with { Since = at } },
            RolloutEvent.ShadowEvent.ShadowJudged judged => state with { Shadow = progress with { Evidence = judged.Evidence } },
            RolloutEvent.ShadowEvent.ShadowFinished finished =>
                Count(RolloutEvolution.Enter(state, RolloutPhase.Preparing, at), null) with { Shadow = progress with { Since = null, Evidence = finished.Evidence, IsOver = true } },
            RolloutEvent.ShadowEvent.ShadowLost lost => Count(RolloutEvolution.Enter(state, RolloutPhase.Paused, at), null) with
            {
                PausedFrom = RolloutPhase.Preparing,
                Reason = lost.Why,
                // Asked for anew once the rollout is resumed.
                Shadow = ShadowProgress.None,
            },
            RolloutEvent.ShadowEvent.ShadowRemovalRequested removal =>
                state with { Shadow = progress with { Removals = removal.Attempt, RemovalRequestedAt = at } },
            RolloutEvent.ShadowEvent.ShadowRemoved => state with { Shadow = progress with { MayBePresent = false, Since = null } },
            _ => throw new UnreachableException(),
        };
    }

    private static RolloutState Count(RolloutState state, DateTimeOffset? from) =>
        state with { BakeStart = from, EvidenceSince = from, EvidenceMissingSince = null };
}
