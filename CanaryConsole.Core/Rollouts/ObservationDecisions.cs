using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a look at the world changes, phase by phase. Guards come first wherever they act.</summary>
internal static class ObservationDecisions
{
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed) => AgeDecisions.Watch(state, observed, FreezingDecisions.Before(state, observed, Decide(state, observed)));

    private static Decision Decide(RolloutState state, RolloutInput.Observe observed)
    {
        if (state.IsGuarded && GuardDecisions.Breach(state, observed) is { } breach)
        {
            return breach;
        }

        if (state.Phase is not (RolloutPhase.Blocked or RolloutPhase.Restoring) && observed.Endpoint is { Status: EndpointStatus.Failed or EndpointStatus.UpdateRollbackFailed } failed)
        {
            return Decision.Of(new RolloutEvent.RolloutBlocked(
                $"endpoint {failed.Name} is {failed.Status}: {failed.FailureReason ?? "no reason given"}; it needs a person"));
        }

        if (state.IsShadowing)
        {
            return ShadowDecisions.Observe(state, observed);
        }

        if (DivergenceDecisions.Observe(state, observed) is { } diverged)
        {
            return diverged;
        }

        return state.Phase switch
        {
            RolloutPhase.Planned => Decision.Of(state.Plan.ApprovalsNeeded > 0 ? new RolloutEvent.ApprovalRequested() : new RolloutEvent.PreparationStarted()),
            RolloutPhase.Preparing => PreparationDecisions.Observe(state, observed),
            // There is no champion to keep warm beside a fleet that SageMaker has exchanged.
            RolloutPhase.Soaking when state.Plan.Managed is not null => ProbeDecisions.AfterTraffic(state, observed) ?? BakeDecisions.Observe(state, observed),
            RolloutPhase.RollingBack when state.Plan.Managed is not null => ManagedRollback.Observe(state, observed),
            RolloutPhase.SmokeTesting => ProbeDecisions.Observe(state, observed),
            RolloutPhase.Baking => BakeDecisions.Observe(state, observed),
            RolloutPhase.Soaking => ProbeDecisions.AfterTraffic(state, observed) ?? TaskDecisions.Soak(state, observed) ?? BakeDecisions.Observe(state, observed),
            RolloutPhase.AtGate => WeightDecisions.Settle(state, observed) ?? GuardHold.Observe(state, observed) ?? ReadinessDecisions.Hold(state, observed) ?? Decision.Nothing,
            RolloutPhase.Paused => WeightDecisions.Confirm(state, observed) ?? GuardHold.Page(state, observed) ?? Decision.Nothing,
            RolloutPhase.Promoting => WeightDecisions.Promote(state, observed),
            RolloutPhase.RollingBack => RollbackDecisions.Observe(state, observed),
            RolloutPhase.Deploying => ManagedDecisions.Observe(state, observed),
            RolloutPhase.Restoring => TaskDecisions.Observe(state, observed),
            // Nothing happens here: these wait for a person or for nobody, and a shadow stage was looked at above.
            RolloutPhase.AwaitingApproval or RolloutPhase.Blocked or RolloutPhase.Shadowing
                or RolloutPhase.Completed or RolloutPhase.RolledBack or RolloutPhase.Cancelled => Decision.Nothing,
        };
    }
}
