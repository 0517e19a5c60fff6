using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a critical guardrail's breach does.</summary>
internal static class GuardDecisions
{
    /// <summary>Null when no critical guardrail is breached, or when the breach changes nothing.</summary>
    public static Decision? Breach(RolloutState state, RolloutInput.Observe observed)
    {
        var breached = GuardVoices.Breached(state, observed).FirstOrDefault(one => one.Guardrail.Severity is Severity.Critical);
        if (breached.Guardrail is null)
        {
            return null;
        }

        var reason = $"{breached.Guardrail.Name}: {breached.Reason}";
        return state switch
        {
            { IsCold: true, Paged: true } => null,
            { IsCold: true } => Decision.Of(new RolloutEvent.AttentionRequested(
                $"{reason}; {state.Plan.ChampionVariant} is off the endpoint, so a rollback is cold: start a rollout of {state.Plan.ChampionModel ?? "its model"}")),
            // A blocked rollout on a failed endpoint has no way back by weights; a person has been called.
            { Phase: RolloutPhase.Blocked } when observed.Endpoint is not { Status: EndpointStatus.InService } => null,
            // Nothing pauses a deployment by SageMaker; a person is called once and decides.
            { Phase: RolloutPhase.Deploying, Plan.AutoRollback: false } => state.Paged
                ? null
                : Decision.Of(new RolloutEvent.AttentionRequested($"{reason}; automatic rollback is off, so roll back by hand or let it go on")),
            { Plan.AutoRollback: true } => Decision.Of(new RolloutEvent.RollbackStarted(reason, Automatic: true, observed.Assessments)),
            { Phase: RolloutPhase.Paused or RolloutPhase.Blocked } => null,
            _ => Decision.Of(
                new RolloutEvent.RolloutPaused($"{reason}; automatic rollback is off"),
                new RolloutEvent.AttentionRequested($"{reason}; automatic rollback is off, so roll back or resume by hand")),
        };
    }
}
