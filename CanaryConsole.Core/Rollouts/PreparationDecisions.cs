using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From the plan to a challenger that stands beside the champion at weight 0.</summary>
internal static class PreparationDecisions
{
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (observed.Endpoint is not { Status: EndpointStatus.InService } endpoint)
        {
            return observed.At - state.PhaseSince > RolloutDefaults.PreparationOverdue && !state.Paged
                ? Decision.Of(new RolloutEvent.AttentionRequested(
                    $"preparing takes longer than {RolloutDefaults.PreparationOverdue.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
                : Decision.Nothing;
        }

        if (endpoint.Variant(state.Plan.ChampionVariant) is null)
        {
            return Decision.Of(new RolloutEvent.RolloutBlocked($"the champion variant {state.Plan.ChampionVariant} is no longer on endpoint {endpoint.Name}"));
        }

        if ((TaskDecisions.Prepare(state, observed) ?? ManagedDecisions.Prepare(state, observed) ?? ShadowDecisions.Prepare(state, observed)) is { } first)
        {
            return first;
        }

        if (IsReady(endpoint, state.Plan))
        {
            return Decision.Of(new RolloutEvent.VariantReady(endpoint.ConfigName, EndpointSight.Of(endpoint)));
        }

        // In service on the old configuration: a refused update, a lost reply, or one that never started look alike, and asking again is safe.
        return (state.VariantRequestedAt is { } asked && observed.At - asked < RolloutDefaults.VariantRetryAfter, state.VariantRequests) switch
        {
            (true, _) => Decision.Nothing,
            (_, >= RolloutDefaults.VariantAttempts) => Decision.Of(new RolloutEvent.RolloutBlocked(
                $"endpoint {endpoint.Name} came back in service without {(HasVariant(endpoint, state.Plan) ? "the data capture of the plan" : $"variant {state.Plan.Challenger.VariantName}")} after {state.VariantRequests} requests")),
            var (_, attempts) => Decision.Of(new RolloutEvent.VariantRequested(attempts + 1)),
        };
    }

    /// <summary>The challenger stands, and the endpoint captures what the plan asks for.</summary>
    internal static bool IsReady(EndpointDescription endpoint, RolloutPlan plan) =>
        HasVariant(endpoint, plan) && (plan.Surroundings?.Capture is not { } wanted || wanted.IsShownBy(endpoint.Capture));

    private static bool HasVariant(EndpointDescription endpoint, RolloutPlan plan) =>
        endpoint.Variant(plan.Challenger.VariantName) is { CurrentInstanceCount: > 0 } variant && string.Equals(variant.ModelName, plan.Challenger.ModelName, StringComparison.Ordinal);
}
