using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Wanted weights against those the endpoint shows.</summary>
internal static class WeightDecisions
{
    /// <summary>Weights are floats on the wire; shares nearer than this are the same.</summary>
    private const double Tolerance = 0.0005;

    /// <summary>Read-back: in service, and the shares are the wanted ones. Status alone proves nothing.</summary>
    public static bool Shows(EndpointDescription? endpoint, RolloutState state)
    {
        if (endpoint is not { Status: EndpointStatus.InService })
        {
            return false;
        }

        var share = endpoint.ShareOf(state.Plan.Challenger.VariantName).Fraction;
        var wanted = state.ChallengerShare.Fraction;
        return wanted is 0 or 1 ? share.Equals(wanted) : Math.Abs(share - wanted) < Tolerance;
    }

    /// <summary>Confirms outstanding weights, or calls for help when they are overdue; null when neither is so.</summary>
    public static Decision? Confirm(RolloutState state, RolloutInput.Observe observed)
    {
        if (state.WeightsConfirmedAt is not null || state.IntentAt is not { } intent)
        {
            return null;
        }

        if (Shows(observed.Endpoint, state))
        {
            return Decision.Of(new RolloutEvent.WeightsConfirmed(state.ChallengerShare, observed.At - intent));
        }

        return observed.At - intent > RolloutDefaults.WeightsOverdue && !state.Paged
            ? Decision.Of(new RolloutEvent.AttentionRequested(
                $"the weights have not been read back for {RolloutDefaults.WeightsOverdue.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
            : null;
    }

    /// <summary>Waits for outstanding weights; null once they have been read back.</summary>
    public static Decision? Settle(RolloutState state, RolloutInput.Observe observed) =>
        state.WeightsConfirmedAt is null ? Confirm(state, observed) ?? Decision.Nothing : null;

    public static Decision Promote(RolloutState state, RolloutInput.Observe observed)
    {
        if (!Shows(observed.Endpoint, state))
        {
            return Confirm(state, observed) ?? Decision.Nothing;
        }

        var confirmed = new RolloutEvent.WeightsConfirmed(state.ChallengerShare, observed.At - (state.IntentAt ?? observed.At));
        return state.Plan.Soak > TimeSpan.Zero || ProbeDecisions.AwaitsHook(state)
            ? Decision.Of(confirmed, new RolloutEvent.SoakStarted())
            : Decision.Of([confirmed, .. Endings.Complete(state, observed.Assessments)]);
    }
}
