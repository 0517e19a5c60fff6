using System.Diagnostics;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The shadow stage: brought up before the challenger's variant, judged while it lasts, taken away before the rollout may end.</summary>
internal static class ShadowDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ShadowInput input) => input switch
    {
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>The start of a shadow stage; null in every other plan, and once it is over.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed)
    {
        if (state is { Plan.Shadow: null } or { Shadow.IsOver: true } || observed.Endpoint is not { } endpoint)
        {
            return null;
        }

        if (Find(state, endpoint) is { CurrentInstanceCount: > 0 } shadow && string.Equals(shadow.ModelName, state.Plan.Challenger.ModelName, StringComparison.Ordinal))
        {
            return Decision.Of(new RolloutEvent.ShadowEvent.ShadowReady(endpoint.ConfigName));
        }

        return (state.Shadow?.RequestedAt is { } asked && observed.At - asked < RolloutDefaults.VariantRetryAfter, state.Shadow?.Requests ?? 0) switch
        {
            (true, _) => Decision.Nothing,
            (_, >= RolloutDefaults.VariantAttempts) => Decision.Of(new RolloutEvent.RolloutBlocked(
                $"endpoint {endpoint.Name} came back in service without the shadow variant {ShadowStage.VariantName(state.Plan.Challenger)} after {state.Shadow!.Requests} requests")),
            var (_, attempts) => Decision.Of(new RolloutEvent.ShadowEvent.ShadowRequested(attempts + 1)),
        };
    }

    /// <summary>A look at the endpoint while the challenger shadows; also while the stage is paused, or at its gate.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (observed.Endpoint is { Status: EndpointStatus.InService } endpoint && Find(state, endpoint) is null)
        {
            var why = $"the shadow variant {ShadowStage.VariantName(state.Plan.Challenger)} was taken off endpoint {endpoint.Name} outside this rollout; resume to bring it up again";
            return Decision.Of(new RolloutEvent.ShadowEvent.ShadowLost(why), new RolloutEvent.AttentionRequested(why));
        }

        return state.Phase is RolloutPhase.Shadowing ? ShadowJudging.Judge(state, observed) : Decision.Nothing;
    }

    /// <summary>On the way back the shadow variant goes first; null once it is gone, or while the endpoint takes no change.</summary>
    public static Decision? Remove(RolloutState state, RolloutInput.Observe observed)
    {
        if (state.Shadow is not { MayBePresent: true } shadow || observed.Endpoint is not { Status: EndpointStatus.InService } endpoint)
        {
            return null;
        }

        if (Find(state, endpoint) is null)
        {
            return Decision.Of(new RolloutEvent.ShadowEvent.ShadowRemoved(endpoint.ConfigName));
        }

        return shadow.RemovalRequestedAt is { } asked && observed.At - asked < RolloutDefaults.VariantRetryAfter
            ? null
            : Decision.Of(new RolloutEvent.ShadowEvent.ShadowRemovalRequested(shadow.Removals + 1));
    }

    private static VariantDescription? Find(RolloutState state, EndpointDescription endpoint) =>
        endpoint.ShadowVariants.FirstOrDefault(variant => string.Equals(variant.Name, ShadowStage.VariantName(state.Plan.Challenger), StringComparison.Ordinal));
}
