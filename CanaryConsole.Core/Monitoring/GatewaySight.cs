using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>What the invocation gateway counted of a rollout's two variants. It knows variants only: not the fleets of a deployment, and no copies.</summary>
internal static class GatewaySight
{
    public static GuardrailView Add(GuardrailView view, RolloutState state, IGatewayCounts? gateway)
    {
        var plan = state.Plan;
        if (gateway is null || plan.Managed is not null || state.IsShadowing || !gateway.Covers(plan.Endpoint))
        {
            return view;
        }

        var thresholds = MetricNeeds.AllThresholds(state);
        return view with
        {
            Gateway = new GatewayView(
                gateway.Windows(plan.Endpoint, plan.Challenger.VariantName, view.GuardedSince, thresholds),
                gateway.Windows(plan.Endpoint, plan.ChampionVariant, view.GuardedSince, thresholds),
                gateway.Pinned(plan.Endpoint, plan.Challenger.VariantName, view.GuardedSince)),
        };
    }
}
