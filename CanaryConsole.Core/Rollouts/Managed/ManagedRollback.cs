using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>
/// The way back from a managed deployment. Nothing stops one but an alarm, so while it runs the abort alarm is set, and set again, until SageMaker turns back;
/// once it is through, the old configuration is deployed again. It ends only when the endpoint serves the old configuration.
/// </summary>
internal static class ManagedRollback
{
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        var (old, stand) = (state.Plan.Managed!.OldConfig, state.Managed ?? new ManagedState());
        if (observed.Endpoint is { Status: EndpointStatus.InService } endpoint)
        {
            if (ManagedDecisions.Serves(endpoint, old))
            {
                return IsSettled(state, stand, endpoint, observed.At) ? Decision.Of([.. Endings.RollBack(state, observed.At - state.PhaseSince)]) : Decision.Nothing;
            }

            if (!ManagedDecisions.Serves(endpoint, stand.ConfigName ?? ""))
            {
                return ManagedDecisions.Changed(endpoint, endpoint.ConfigName, old);
            }

            return stand.RevertRequestedAt is { } asked && observed.At - asked < RolloutDefaults.VariantRetryAfter
                ? Overdue(state, observed) ?? Decision.Nothing
                : Decision.Of(new RolloutEvent.ManagedEvent.RevertRequested(stand.Reverts + 1, old));
        }

        if (IsOurs(observed.Endpoint, stand) && stand.AbortedAt is null)
        {
            return Decision.Of(new RolloutEvent.ManagedEvent.AbortRequested(ManagedAlarmDecisions.AbortName(state)));
        }

        return Overdue(state, observed) ?? (Delay(stand, old, observed) is { } delay && !string.Equals(state.HoldTopic, delay.Topic, StringComparison.Ordinal)
            ? Decision.Of(delay)
            : Decision.Nothing);
    }

    /// <summary>The update that is to be stopped is at work.</summary>
    public static bool IsOurs(EndpointDescription? endpoint, ManagedState? stand) =>
        endpoint is { Status: EndpointStatus.Updating, Pending: { } pending } && stand?.ConfigName is { } config && string.Equals(pending.ConfigName, config, StringComparison.Ordinal);

    // An update asked for a moment ago may still begin: in service on the old configuration is proof only once it cannot any more.
    private static bool IsSettled(RolloutState state, ManagedState stand, EndpointDescription endpoint, DateTimeOffset at) =>
        stand.Reverts > 0
        || ManagedDecisions.WasAtWork(state, endpoint)
        || stand.RequestedAt is not { } requested
        || at - requested >= RolloutDefaults.VariantRetryAfter;

    private static Decision? Overdue(RolloutState state, RolloutInput.Observe observed) =>
        observed.At - state.PhaseSince > RolloutDefaults.WeightsOverdue && !state.Paged
            ? Decision.Of(new RolloutEvent.AttentionRequested(
                $"rolling back for {RolloutDefaults.WeightsOverdue.TotalMinutes:0} minutes without success; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
            : null;

    private static RolloutEvent.RollbackDelayed? Delay(ManagedState stand, string old, RolloutInput.Observe observed) => observed.Endpoint switch
    {
        null => new RolloutEvent.RollbackDelayed("unreachable", observed.Problem ?? "the endpoint could not be described; the console keeps trying"),
        // SageMaker goes back, either by its alarms or by the update that was asked for.
        { Status: EndpointStatus.RollingBack } => null,
        { Status: EndpointStatus.Updating, Pending.ConfigName: { } pending } when string.Equals(pending, old, StringComparison.Ordinal) => null,
        { Status: EndpointStatus.Updating } endpoint when IsOurs(endpoint, stand) => stand.Progress is { Stage: PendingStage.None, Share: var share } && share == Percentage.Whole
            ? new RolloutEvent.RollbackDelayed("past its alarms", "SageMaker has moved all traffic and only removes the old fleet; the old configuration is deployed again the moment the endpoint is in service")
            : null,
        { Status: var status } => new RolloutEvent.RollbackDelayed(
            status.ToString(), $"the endpoint is {status} and takes no change; the old configuration follows the moment it is in service"),
    };
}
