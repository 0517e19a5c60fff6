using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What people may ask for, and when.</summary>
internal static class CommandDecisions
{
    public static Decision Approve(RolloutState state, RolloutInput.Approve approve) => ApprovalDecisions.OtherPlan(state, approve) ?? state.Phase switch
    {
        RolloutPhase.AwaitingApproval => ApprovalDecisions.Start(state, approve),
        RolloutPhase.AtGate when state is { IsShadowing: true, Shadow.Evidence: { } shown } => Decision.Of(
            new RolloutEvent.RolloutApproved(approve.Comment), new RolloutEvent.ShadowEvent.ShadowFinished(shown, $"approved by {approve.Actor}")),
        RolloutPhase.AtGate => GuardHold.Refusal(state, "approve") ?? ReadinessDecisions.Refusal(state, "approve") ?? Decision.Of(new RolloutEvent.RolloutApproved(approve.Comment), NextShare.After(state, $"approved by {approve.Actor}")),
        _ => Refuse(state, "approve", "nothing waits for approval"),
    };

    public static Decision Pause(RolloutState state, RolloutInput.Pause pause) => state.Phase switch
    {
        RolloutPhase.Shadowing or RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Soaking => Decision.Of(new RolloutEvent.RolloutPaused(pause.Reason)),
        RolloutPhase.Paused => Refuse(state, "pause", "it is paused already"),
        RolloutPhase.Deploying => Refuse(state, "pause", "SageMaker has no operation that pauses a deployment by guardrails; roll back instead"),
        _ => Refuse(state, "pause", "only a shadow stage, a bake, a gate or a soak can be paused"),
    };

    public static Decision Resume(RolloutState state) =>
        Elsewhere(state, "resume", state.Phase is RolloutPhase.Paused, "it is not paused") ?? Decision.Of(new RolloutEvent.RolloutResumed());

    public static Decision Promote(RolloutState state, RolloutInput.Promote promote)
    {
        var shares = !state.IsShadowing
            && (state.Phase is RolloutPhase.Baking or RolloutPhase.AtGate || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.AtGate });
        if (Elsewhere(state, "promote", shares, "only a rollout that shares traffic can be promoted") is { } refused)
        {
            return refused;
        }

        if (ReadinessDecisions.Refusal(state, "promote") is { } unready)
        {
            return unready;
        }

        var open = GuardVoices.Open(promote.Assessments, verdict => verdict is not Verdict.Healthy);
        var enforced = state.Plan.Guardrails.Any(guardrail => guardrail.Enforcing);
        return (open, enforced && promote.Assessments.Count == 0) switch
        {
            (not null, _) => Refuse(state, "promote", open),
            (null, true) => Refuse(state, "promote", "its guardrails have seen nothing yet"),
            (null, false) => Decision.Of(new RolloutEvent.PromotionStarted($"promoted by {promote.Actor}, every guardrail healthy")),
        };
    }

    public static Decision MoveShare(RolloutState state, RolloutInput.MoveShare move)
    {
        var shares = state is { Phase: RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Paused, CurrentStep: not null };
        if (Elsewhere(state, "move its share", shares, "only a rollout that shares traffic has a share to move") is { } refused)
        {
            return refused;
        }

        if (move.Share <= Percentage.Zero || move.Share >= Percentage.Whole)
        {
            return new Decision.Refused($"A share of {move.Share} is not between 0 % and 100 %: roll back for 0 %, promote for 100 %.");
        }

        return Decision.Of(new RolloutEvent.ShareMoved(move.Share, move.Reason));
    }

    public static Decision RollBack(RolloutState state, RolloutInput.RollBack rollBack) => state.Phase switch
    {
        RolloutPhase.RollingBack => Refuse(state, "roll back", $"it is rolling back since {state.PhaseSince.UtcDateTime:HH:mm:ss} UTC"),
        // Before any traffic there is nothing to take back: what was meant is to stop.
        RolloutPhase.Planned or RolloutPhase.AwaitingApproval or RolloutPhase.Preparing when state.Shadow is not { MayBePresent: true } =>
            Decision.Of([.. Endings.Cancel(state, rollBack.Reason)]),
        RolloutPhase.Restoring when state.Ending is not RolloutPhase.Completed => Refuse(state, "roll back", "all traffic is on the champion already"),
        RolloutPhase.Restoring or RolloutPhase.Blocked when state.IsCold => Refuse(
            state, "roll back", $"{state.Plan.ChampionVariant} is being taken off the endpoint, so a rollback is cold now; start a rollout of {state.Plan.ChampionModel ?? "its model"} instead"),
        _ => Decision.Of(new RolloutEvent.RollbackStarted(rollBack.Reason, Automatic: false, rollBack.Assessments)),
    };

    public static Decision Cancel(RolloutState state, RolloutInput.Cancel cancel) => state switch
    {
        { Step: >= 0 } or { Phase: RolloutPhase.RollingBack or RolloutPhase.Restoring } => Refuse(state, "cancel", "traffic has moved; roll back instead"),
        // A shadow variant has to be taken away, which is the way back.
        { Shadow.MayBePresent: true } => Decision.Of(new RolloutEvent.RollbackStarted(cancel.Reason, Automatic: false, [])),
        _ => Decision.Of([.. Endings.Cancel(state, cancel.Reason)]),
    };

    /// <summary>A person does not approve: at a gate that sends the rollout back, before the start it ends it.</summary>
    public static Decision Refuse(RolloutState state, RolloutInput.Refuse refuse) => state.Phase switch
    {
        RolloutPhase.AtGate => Decision.Of(
            new RolloutEvent.StepEvent.GateRefused(state.Step, refuse.Reason),
            new RolloutEvent.RollbackStarted(refuse.Reason, Automatic: false, refuse.Assessments)),
        RolloutPhase.AwaitingApproval => Decision.Of([.. Endings.Cancel(state, refuse.Reason)]),
        _ => Refuse(state, "be refused", "nothing waits for approval"),
    };

    /// <summary>The refusal of what this phase does not take, or of what a change by somebody else stands in the way of; null when neither is so.</summary>
    public static Decision.Refused? Elsewhere(RolloutState state, string what, bool takesIt, string why) =>
        takesIt ? DivergenceDecisions.Unsettled(state, what) : Refuse(state, what, why);

    public static Decision.Refused Refuse(RolloutState state, string what, string why) =>
        new($"Rollout {state.Id} cannot {what} while {state.Phase}: {why}.");
}
