using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of changes made by somebody else.</summary>
internal static class DivergenceEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.DivergenceEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.DivergenceEvent.EndpointDiverged diverged => Diverge(state, diverged.Divergence, at),
        RolloutEvent.DivergenceEvent.DivergenceEnded => End(state, at),
        RolloutEvent.DivergenceEvent.DivergenceAdopted adopted => Adopt(state, adopted, at),
        RolloutEvent.DivergenceEvent.RestoreOrdered { Config: false } or RolloutEvent.DivergenceEvent.ConfigRestored => WantAgain(state, at),
        RolloutEvent.DivergenceEvent.RestoreOrdered => Restoring(state, new ConfigRestoration(at)),
        RolloutEvent.DivergenceEvent.ConfigRestoreRequested requested =>
            Restoring(state, state.Divergence?.Restoration is { } restoration ? restoration with { Requests = requested.Attempt, RequestedAt = at } : null),
        RolloutEvent.DivergenceEvent.RestoreFailed => Restoring(state, null),
        _ => throw new UnreachableException(),
    };

    private static RolloutState Diverge(RolloutState state, Divergence found, DateTimeOffset at)
    {
        if (state.Divergence is { } standing)
        {
            return state with { Divergence = standing with { Found = found } };
        }

        var paused = state.Phase is RolloutPhase.Paused
            ? state
            : RolloutEvolution.Enter(state, RolloutPhase.Paused, at) with { PausedFrom = state.Phase, Reason = $"changed outside this rollout: {found.Told}" };
        return paused with { Divergence = new StandingDivergence(found, at, state.Phase is RolloutPhase.Paused) };
    }

    // What was seen meanwhile belongs to another share: time and evidence count anew, from now.
    private static RolloutState End(RolloutState state, DateTimeOffset at) => state with
    {
        Divergence = null,
        Reason = state.Divergence is { WasPaused: true } ? state.Reason : "what was changed outside this rollout is as wanted again; it goes on when a person resumes it",
        BakeStart = state.BakeStart is null ? null : at,
        EvidenceSince = state.EvidenceSince is null ? null : at,
        EvidenceMissingSince = null,
    };

    private static RolloutState Adopt(RolloutState state, RolloutEvent.DivergenceEvent.DivergenceAdopted adopted, DateTimeOffset at)
    {
        var shared = adopted.Share < Percentage.Whole;
        var settled = Settled(state, shared ? RolloutPhase.Baking : null, at);
        return RolloutEvolution.Want(settled, adopted.Share, at) with
        {
            Step = shared ? Math.Clamp(state.Step, 0, Math.Max(0, state.Plan.Steps.Count - 1)) : state.Step,
            Pinned = adopted.Seen,
        };
    }

    private static RolloutState WantAgain(RolloutState state, DateTimeOffset at) =>
        RolloutEvolution.Want(Settled(state, state.PausedFrom is RolloutPhase.AtGate ? RolloutPhase.Baking : null, at), state.ChallengerShare, at);

    // What a person had paused stays paused; a step's gate is reached again by a new bake.
    private static RolloutState Settled(RolloutState state, RolloutPhase? phase, DateTimeOffset at)
    {
        var next = phase ?? state.PausedFrom ?? RolloutPhase.Baking;
        return state.Divergence is { WasPaused: true }
            ? state with { PausedFrom = next, Divergence = null }
            : RolloutEvolution.Enter(state, next, at) with { Reason = null };
    }

    private static RolloutState Restoring(RolloutState state, ConfigRestoration? restoration) =>
        state.Divergence is { } standing ? state with { Divergence = standing with { Restoration = restoration } } : state;
}
