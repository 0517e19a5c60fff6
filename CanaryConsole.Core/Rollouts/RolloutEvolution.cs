using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds events into state. Pure and total: any recorded stream folds, whatever version of the console wrote it.</summary>
public static class RolloutEvolution
{
    /// <exception cref="InvalidOperationException">The stream is empty or does not start with <see cref="RolloutEvent.RolloutPlanned"/>.</exception>
    public static RolloutState Fold(IEnumerable<RecordedRolloutEvent> events)
    {
        RolloutState? state = null;
        foreach (var recorded in events)
        {
            state = Evolve(state, recorded);
        }

        return state ?? throw new InvalidOperationException("A rollout's stream has at least one event.");
    }

    public static RolloutState Evolve(RolloutState? state, RecordedRolloutEvent recorded) => (state, recorded.Event) switch
    {
        (null, RolloutEvent.RolloutPlanned planned) => Begin(planned, recorded),
        (null, _) => throw new InvalidOperationException($"A rollout's stream starts with its plan, not with {recorded.Event.GetType().Name}."),
        ({ Phase: RolloutPhase.AwaitingApproval } waiting, RolloutEvent.RolloutApproved approved) =>
            waiting with { LatestApproval = new Approval(recorded.Actor, recorded.At, approved.Comment, approved.PlanDigest, waiting.LatestApproval), Version = recorded.Version },
        ({ } known, _) => Apply(known, recorded.Event, recorded.At) with { Version = recorded.Version },
    };

    private static RolloutState Begin(RolloutEvent.RolloutPlanned planned, RecordedRolloutEvent recorded) => new(
        planned.Id,
        planned.Plan,
        planned.PlanDigest,
        recorded.Version,
        RolloutPhase.Planned,
        PhaseSince: recorded.At,
        PlannedAt: recorded.At,
        StartedBy: recorded.Actor,
        Step: -1,
        ChallengerShare: Percentage.Zero,
        IntentAt: null,
        WeightsConfirmedAt: null,
        BakeStart: null,
        EvidenceSince: null,
        LastSharedSince: null,
        PausedFrom: null,
        EvidenceMissingSince: null,
        Paged: false,
        HoldTopic: null,
        Reason: null,
        VariantRequests: 0,
        VariantRequestedAt: null,
        FinishedAt: null);

    private static RolloutState Apply(RolloutState state, RolloutEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.RolloutPlanned => throw new InvalidOperationException("A rollout is planned once."),
        RolloutEvent.ApprovalRequested => Enter(state, RolloutPhase.AwaitingApproval, at),
        RolloutEvent.RolloutApproved => state,
        RolloutEvent.SmokeTestPassed => state with { Probes = state.Probes with { SmokeTestPassed = true } },
        RolloutEvent.PreparationStarted => Enter(state, RolloutPhase.Preparing, at),
        RolloutEvent.VariantRequested request => state with { VariantRequests = request.Attempt, VariantRequestedAt = at },
        RolloutEvent.VariantReady ready => Enter(state, RolloutPhase.SmokeTesting, at) with
        {
            Shadow = state.Shadow is { } shadow ? shadow with { MayBePresent = false } : null,
            PreparationTook = at - state.PhaseSince,
            Pinned = ready.Seen ?? new EndpointSight(ready.ConfigName, []),
        },
        RolloutEvent.QuantilesFrozen frozen => state with { ChampionQuantiles = frozen.Quantiles },
        RolloutEvent.StepStarted step => Want(Enter(state, RolloutPhase.Baking, at), step.Share, at) with { Step = step.Step },
        RolloutEvent.ShareMoved moved => MoveShare(state, moved.Share, at),
        RolloutEvent.WeightsConfirmed => Confirm(state, at),
        RolloutEvent.StepHeld held => state with { HoldTopic = held.Topic, HoldMissing = held.MissingRequests, HeldSince = held.Topic == state.HoldTopic ? state.HeldSince ?? at : at },
        RolloutEvent.EvidenceLost => state with { EvidenceMissingSince = at },
        RolloutEvent.EvidenceRestored => state with { EvidenceMissingSince = null, Paged = false, HoldTopic = null, HoldMissing = null },
        RolloutEvent.AttentionRequested => state with { Paged = true },
        RolloutEvent.GateReached => Enter(state, RolloutPhase.AtGate, at),
        RolloutEvent.RolloutPaused paused => Enter(state, RolloutPhase.Paused, at) with { PausedFrom = state.Phase, Reason = paused.Reason },
        RolloutEvent.RolloutResumed => Resume(state, at),
        RolloutEvent.PromotionStarted => Want(Enter(state, RolloutPhase.Promoting, at), Percentage.Whole, at) with { Step = state.Plan.Steps.Count },
        RolloutEvent.SoakStarted => Enter(state, RolloutPhase.Soaking, at) with { BakeStart = at, EvidenceSince = at, GuardedSince = state.GuardedSince ?? at },
        RolloutEvent.RolloutCompleted => Enter(state, RolloutPhase.Completed, at) with { FinishedAt = at },
        RolloutEvent.RollbackStarted started => Want(Enter(state, RolloutPhase.RollingBack, at), Percentage.Zero, at) with
        {
            Reason = started.Reason,
            AutomaticRollback = started.Automatic,
            Ending = null,
        },
        RolloutEvent.RollbackDelayed delayed => state with { HoldTopic = delayed.Topic },
        RolloutEvent.RolledBack => Enter(state, RolloutPhase.RolledBack, at) with { WeightsConfirmedAt = at, FinishedAt = at },
        RolloutEvent.RolloutCancelled cancelled => Enter(state, RolloutPhase.Cancelled, at) with { Reason = cancelled.Reason, FinishedAt = at },
        RolloutEvent.DivergenceEvent divergence => DivergenceEvolution.Apply(state, divergence, at),
        RolloutEvent.StepEvent step => StepEvolution.Apply(state, step),
        RolloutEvent.ShadowEvent shadow => ShadowEvolution.Apply(state, shadow, at),
        RolloutEvent.ManagedEvent managed => ManagedEvolution.Apply(state, managed, at),
        RolloutEvent.TaskEvent task => TaskEvolution.Apply(state, task, at),
        RolloutEvent.ProbeEvent probe => ProbeEvolution.Apply(state, probe, at),
        RolloutEvent.RolloutBlocked blocked => Enter(state, RolloutPhase.Blocked, at) with { Reason = blocked.Reason },
        _ => throw new UnreachableException(),
    };

    internal static RolloutState Enter(RolloutState state, RolloutPhase phase, DateTimeOffset at) =>
        ProbeEvolution.Ready(state) with { Phase = phase, PhaseSince = at, PausedFrom = null, HoldTopic = null, HoldMissing = null, Paged = false, Divergence = null };

    internal static RolloutState Want(RolloutState state, Percentage share, DateTimeOffset at) => state with
    {
        ChallengerShare = share,
        IntentAt = at,
        WeightsConfirmedAt = null,
        BakeStart = null,
        EvidenceSince = null,
        EvidenceMissingSince = null,
        Extension = TimeSpan.Zero,
    };

    // A share moved at a gate is a new share to bake; a paused rollout stays paused with it.
    private static RolloutState MoveShare(RolloutState state, Percentage share, DateTimeOffset at) =>
        Want(state.Phase is RolloutPhase.AtGate ? Enter(state, RolloutPhase.Baking, at) : state, share, at);

    // Weights read back again after a pause continue the bake they interrupted.
    private static RolloutState Confirm(RolloutState state, DateTimeOffset at) => state with
    {
        WeightsConfirmedAt = at,
        BakeStart = state.BakeStart ?? at,
        EvidenceSince = state.EvidenceSince ?? at,
        GuardedSince = state.GuardedSince ?? at,
        LastSharedSince = state.ChallengerShare < Percentage.Whole ? state.EvidenceSince ?? at : state.LastSharedSince,
    };

    // Weights count as unread after a pause: they may have been changed outside meanwhile, and resuming means wanting them again.
    private static RolloutState Resume(RolloutState state, DateTimeOffset at) =>
        Enter(state, state.PausedFrom ?? RolloutPhase.Baking, at) with
        {
            Reason = null,
            // Before the first share there are no weights to want.
            IntentAt = state.Step < 0 ? null : at,
            WeightsConfirmedAt = null,
            BakeStart = state.BakeStart is { } start ? start + (at - (start > state.PhaseSince ? start : state.PhaseSince)) : null,
        };
}
