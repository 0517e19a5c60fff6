using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The way back: it ends only when the endpoint shows the challenger at 0.</summary>
internal static class RollbackDecisions
{
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (ShadowDecisions.Remove(state, observed) is { } removal)
        {
            return removal;
        }

        // Weights alone do not end it: a shadow variant that may still be there has to be read back as gone.
        if (state.Shadow is not { MayBePresent: true } && WeightDecisions.Shows(observed.Endpoint, state))
        {
            return Decision.Of([.. Endings.RollBack(state, observed.At - state.PhaseSince)]);
        }

        if (TaskDecisions.BeforeWeights(state, observed) is { } capacity)
        {
            return capacity;
        }

        if (observed.At - state.PhaseSince > RolloutDefaults.WeightsOverdue && !state.Paged)
        {
            return Decision.Of(new RolloutEvent.AttentionRequested(
                $"rolling back for {RolloutDefaults.WeightsOverdue.TotalMinutes:0} minutes without success; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"));
        }

        return Delay(state, observed) is { } delay && !string.Equals(state.HoldTopic, delay.Topic, StringComparison.Ordinal)
            ? Decision.Of(delay)
            : Decision.Nothing;
    }

    private static RolloutEvent.RollbackDelayed? Delay(RolloutState state, RolloutInput.Observe observed) => observed.Endpoint switch
    {
        null => new RolloutEvent.RollbackDelayed("unreachable", observed.Problem ?? "the endpoint could not be described; the console keeps trying"),
        { Status: EndpointStatus.InService } => null,
        // Updating towards the wanted weight is the rollback itself at work.
        { Status: EndpointStatus.Updating } endpoint when endpoint.Variant(state.Plan.Challenger.VariantName) is { DesiredWeight: 0 } => null,
        { Status: var status } => new RolloutEvent.RollbackDelayed(
            status.ToString(), $"the endpoint is {status} and takes no change; the weights follow the moment it is in service"),
    };
}
