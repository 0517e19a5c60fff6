using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action of a managed deployment, by the difference between what is wanted and what is there. Pure.</summary>
internal static class ManagedReconciler
{
    /// <summary>Null when there is nothing to do now. Asked in every status of the endpoint, also when it could not be described.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at)
    {
        if (state is not { Plan.Managed: { } managed, Managed: { } stand })
        {
            return null;
        }

        return state.Phase switch
        {
            // The intent is written for each attempt; only a fresh one is acted on, a stale one is followed by the next.
            RolloutPhase.Preparing when stand.AlarmsRequestedAt == at => new RolloutAction.ManagedAction.PutAlarms(ManagedAlarmDecisions.Wanted(state), ManagedAlarmDecisions.Names(state)),
            RolloutPhase.Preparing when stand.AlarmsReady && stand.Tripped.Any() => Watch(state, endpoint),
            RolloutPhase.Deploying when stand.RequestedAt == at => new RolloutAction.ManagedAction.Deploy(Order(state)),
            RolloutPhase.Deploying when endpoint is { Status: EndpointStatus.Updating or EndpointStatus.RollingBack } => Watch(state, endpoint),
            // Set again at every look: CloudWatch may set a state back, and SageMaker looks at alarms only while traffic moves.
            RolloutPhase.RollingBack when stand.AbortedAt is not null && ManagedRollback.IsOurs(endpoint, stand) =>
                new RolloutAction.ManagedAction.Abort(ManagedAlarmDecisions.Abort(state), state.Reason ?? "rolled back"),
            RolloutPhase.RollingBack when stand.RevertRequestedAt == at => new RolloutAction.ManagedAction.Revert(state.Plan.Endpoint, managed.OldConfig),
            _ => null,
        };
    }

    /// <summary>What the console waits for, as a sentence; null when this family waits for nothing.</summary>
    public static string? Waiting(RolloutState state, EndpointDescription endpoint) => (state.Plan.Managed, state.Phase, endpoint.Status) switch
    {
        (null, _, _) => null,
        (_, RolloutPhase.Preparing, not EndpointStatus.InService) => $"Waiting for the endpoint to leave {endpoint.Status}.",
        (_, RolloutPhase.Deploying, EndpointStatus.Updating) when state.Managed?.Progress is { } progress =>
            $"SageMaker {ManagedJournal.Stage(progress.Stage, progress.Share)}; {progress.Share} of the traffic is on the new fleet.",
        (_, RolloutPhase.Deploying, _) => "Waiting for SageMaker to begin the deployment.",
        (_, RolloutPhase.RollingBack, EndpointStatus.RollingBack) => "SageMaker is rolling back; the old fleet gets its traffic back.",
        (_, RolloutPhase.RollingBack, EndpointStatus.Updating) when ManagedRollback.IsOurs(endpoint, state.Managed) =>
            state.Managed?.Progress is { Stage: PendingStage.Creating }
                ? "The abort alarm is set; SageMaker looks at it as soon as it turns on traffic."
                : "The abort alarm is set; waiting for SageMaker to roll back.",
        (_, RolloutPhase.RollingBack, EndpointStatus.Updating) => "Waiting for SageMaker to deploy the old configuration again.",
        _ => null,
    };

    private static RolloutAction.ManagedAction.WatchAlarms Watch(RolloutState state, EndpointDescription? endpoint) =>
        new(ManagedAlarmDecisions.Names(state), endpoint is { Status: EndpointStatus.RollingBack });

    private static Deployments.DeploymentOrder Order(RolloutState state) => new(
        state.Plan.Endpoint,
        state.Managed!.ConfigName ?? Reconciler.ConfigName(state.Id),
        state.Plan.Challenger.VariantName,
        state.Plan.Challenger.ModelName,
        state.Plan.Challenger.InstanceType,
        state.Plan.Challenger.InstanceCount,
        state.Plan.Managed!,
        Deployments.GuardAlarms.Watched(ManagedAlarmDecisions.Wanted(state), state.Plan),
        LineageTags.MarkAndTags(state.Id.Value, state.Plan))
    {
        Capture = state.Plan.Surroundings?.Capture,
    };
}
