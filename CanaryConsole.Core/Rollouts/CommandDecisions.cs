using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What people may ask for, and when.</summary>
internal static class CommandDecisions
{
    public static Decision Approve(RolloutState state, RolloutInput.Approve approve) => state.Phase switch
    {
        RolloutPhase.AwaitingApproval => Decision.Of(new RolloutEvent.RolloutApproved(approve.Comment), new RolloutEvent.PreparationStarted()),
        RolloutPhase.AtGate => Decision.Of(new RolloutEvent.RolloutApproved(approve.Comment), NextShare.After(state, $"approved by {approve.Actor}")),
        _ => Refuse(state, "approve", "nothing waits for approval"),
    };

    public static Decision Pause(RolloutState state, RolloutInput.Pause pause) => state.Phase switch
    {
        RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Soaking => Decision.Of(new RolloutEvent.RolloutPaused(pause.Reason)),
        RolloutPhase.Paused => Refuse(state, "pause", "it is paused already"),
        RolloutPhase.Deploying => Refuse(state, "pause", "SageMaker has no operation that pauses a deployment by guardrails; roll back instead"),
        _ => Refuse(state, "pause", "only a bake, a gate or a soak can be paused"),
    };

    public static Decision Resume(RolloutState state) => state.Phase is RolloutPhase.Paused
        ? Decision.Of(new RolloutEvent.RolloutResumed())
        : Refuse(state, "resume", "it is not paused");

    public static Decision Promote(RolloutState state, RolloutInput.Promote promote)
    {
        if (state.Phase is not (RolloutPhase.Baking or RolloutPhase.AtGate) && state is not { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.AtGate })
        {
            return Refuse(state, "promote", "only a rollout that shares traffic can be promoted");
        }

        var open = promote.Assessments.FirstOrDefault(assessment => assessment is { Guardrail.Enforcing: true, Verdict: not Verdict.Healthy });
        var enforced = state.Plan.Guardrails.Any(guardrail => guardrail.Enforcing);
        return (open, enforced && promote.Assessments.Count == 0) switch
        {
            (not null, _) => Refuse(state, "promote", $"\"{open.Guardrail.Name}\" is not healthy: {open.Verdict.Reason}"),
            (null, true) => Refuse(state, "promote", "its guardrails have seen nothing yet"),
            (null, false) => Decision.Of(new RolloutEvent.PromotionStarted($"promoted by {promote.Actor}, every guardrail healthy")),
        };
    }

    public static Decision MoveShare(RolloutState state, RolloutInput.MoveShare move)
    {
        if (state.Phase is not (RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Paused) || state.CurrentStep is null)
        {
            return Refuse(state, "move its share", "only a rollout that shares traffic has a share to move");
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
        RolloutPhase.Planned or RolloutPhase.AwaitingApproval or RolloutPhase.Preparing => Cancelled(state, rollBack.Reason),
        _ => Decision.Of(new RolloutEvent.RollbackStarted(rollBack.Reason, Automatic: false, rollBack.Assessments)),
    };

    public static Decision Cancel(RolloutState state, RolloutInput.Cancel cancel) =>
        state.Step < 0 && state.Phase is not RolloutPhase.RollingBack
            ? Cancelled(state, cancel.Reason)
            : Refuse(state, "cancel", "traffic has moved; roll back instead");

    private static Decision Cancelled(RolloutState state, string reason) =>
        ManagedDecisions.Cancel(state, reason) ?? Decision.Of(new RolloutEvent.RolloutCancelled(reason));

    private static Decision.Refused Refuse(RolloutState state, string what, string why) =>
        new($"Rollout {state.Id} cannot {what} while {state.Phase}: {why}.");
}
