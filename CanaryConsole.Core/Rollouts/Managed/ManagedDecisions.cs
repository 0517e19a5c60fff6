using System.Diagnostics;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A managed deployment from its alarms to its outcome.</summary>
internal static class ManagedDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ManagedInput input) => input switch
    {
        RolloutInput.ManagedInput.ReportAlarms report => ManagedAlarmDecisions.Seen(state, report),
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>The start of a managed deployment; null in every other plan.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed)
    {
        if (state.Plan.Managed is not { } managed || observed.Endpoint is not { } endpoint)
        {
            return null;
        }

        if (!Serves(endpoint, managed.OldConfig))
        {
            return Decision.Of(new RolloutEvent.RolloutBlocked(
                $"endpoint {endpoint.Name} serves configuration {endpoint.ConfigName} now, and {managed.OldConfig} when this was planned; plan anew"));
        }

        return ManagedAlarmDecisions.Prepare(state, observed.At)
            ?? ProbeDecisions.BeforeDeployment(state)
            ?? Decision.Of(new RolloutEvent.ManagedEvent.DeploymentRequested(1, Reconciler.ConfigName(state.Id)));
    }

    /// <summary>A look at the endpoint while SageMaker moves the traffic.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (state is not { Plan.Managed: { } managed, Managed: { } stand })
        {
            // Nothing happens here: only a managed plan comes into this phase.
            return Decision.Nothing;
        }

        return observed.Endpoint switch
        {
            { Status: EndpointStatus.InService } endpoint => Ended(state, managed, stand, endpoint, observed),
            { Status: EndpointStatus.Updating, Pending: { } pending } endpoint => Underway(state, stand, endpoint, pending, observed),
            // SageMaker rolls back: what its alarms say is the reason, and the report on them decides.
            _ => Overdue(state, managed, stand, observed) ?? Decision.Nothing,
        };
    }

    public static bool Serves(EndpointDescription endpoint, string configName) => string.Equals(endpoint.ConfigName, configName, StringComparison.Ordinal);

    /// <summary>The update has been at work: it was seen, or the endpoint names its alarms as those of its latest deployment.</summary>
    public static bool WasAtWork(RolloutState state, EndpointDescription endpoint) =>
        state.Managed is { Seen: true } || endpoint.LastDeploymentAlarms.Contains(ManagedAlarmDecisions.AbortName(state), StringComparer.Ordinal);

    public static Decision Changed(EndpointDescription endpoint, string found, string wanted) => Decision.Of(new RolloutEvent.RolloutBlocked(
        $"endpoint {endpoint.Name} was changed outside this rollout: it has configuration {found}, wanted is {wanted}"));

    private static Decision Underway(
        RolloutState state, ManagedState stand, EndpointDescription endpoint, PendingDeployment pending, RolloutInput.Observe observed)
    {
        if (!string.Equals(pending.ConfigName, stand.ConfigName, StringComparison.Ordinal))
        {
            return Changed(endpoint, pending.ConfigName, stand.ConfigName ?? "");
        }

        return ManagedProgressing.Next(state, endpoint, pending) is { } progress
            ? Decision.Of(new RolloutEvent.ManagedEvent.DeploymentProgressed(progress))
            : ManagedProgressing.Evidence(state, observed) ?? Overdue(state, state.Plan.Managed!, stand, observed) ?? Decision.Nothing;
    }

    private static Decision Ended(
        RolloutState state, ManagedDeployment managed, ManagedState stand, EndpointDescription endpoint, RolloutInput.Observe observed)
    {
        var requested = stand.RequestedAt ?? state.PhaseSince;
        if (stand.ConfigName is { } config && Serves(endpoint, config))
        {
            var confirmed = new RolloutEvent.ManagedEvent.DeploymentConfirmed(config, observed.At - requested, EndpointSight.Of(endpoint));
            return state.Plan.Soak > TimeSpan.Zero || ProbeDecisions.AwaitsHook(state)
                ? Decision.Of(confirmed, new RolloutEvent.SoakStarted())
                : Decision.Of([confirmed, .. Endings.Complete(state, observed.Assessments)]);
        }

        if (!Serves(endpoint, managed.OldConfig))
        {
            return Changed(endpoint, endpoint.ConfigName, stand.ConfigName ?? "");
        }

        if (WasAtWork(state, endpoint))
        {
            // In service proves nothing: it is in service on the old configuration, and SageMaker may not even say why.
            return Decision.Of(new RolloutEvent.RollbackStarted(ManagedAlarmDecisions.WhyRolledBack(stand.Tripped, endpoint.FailureReason), Automatic: true, observed.Assessments));
        }

        // A refused update, a lost reply, or one that never started look alike, and asking again is safe.
        return (observed.At - requested < RolloutDefaults.VariantRetryAfter, stand.Attempts) switch
        {
            (true, _) => Decision.Nothing,
            (_, >= RolloutDefaults.VariantAttempts) => Decision.Of(new RolloutEvent.RolloutBlocked(
                $"endpoint {endpoint.Name} still serves {managed.OldConfig} after {stand.Attempts} requests to update it")),
            var (_, attempts) => Decision.Of(new RolloutEvent.ManagedEvent.DeploymentRequested(attempts + 1, stand.ConfigName ?? Reconciler.ConfigName(state.Id))),
        };
    }

    private static Decision? Overdue(RolloutState state, ManagedDeployment managed, ManagedState stand, RolloutInput.Observe observed) =>
        !state.Paged && stand.RequestedAt is { } requested && observed.At - requested > managed.MaximumExecution + RolloutDefaults.DeploymentSlack
            ? Decision.Of(new RolloutEvent.AttentionRequested(
                $"SageMaker should have ended the deployment after {managed.MaximumExecution.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
            : null;
}
