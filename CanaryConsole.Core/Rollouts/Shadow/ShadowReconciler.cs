using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action of the shadow stage, by the difference between what is wanted and what is there. Pure.</summary>
internal static class ShadowReconciler
{
    /// <summary>Null when there is nothing to do now. Asked in every status of the endpoint, also when it could not be described.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at) => (state, endpoint) switch
    {
        (_, not { Status: EndpointStatus.InService }) => null,
        // Each attempt has its intent; only a fresh one is acted on, a stale one is followed by the next.
        ({ Phase: RolloutPhase.Preparing, Shadow: { IsOver: false } shadow, Plan.Shadow: { } stage }, _) when shadow.RequestedAt == at =>
            new RolloutAction.ShadowAction.AddShadow(new ShadowAddition(
                Reconciler.Addition(state, Reconciler.ConfigName(state.Id, "shadow")) with { VariantName = ShadowStage.VariantName(state.Plan.Challenger) }, Percentage.FromPercent(stage.SamplingPercentage))),
        ({ Phase: RolloutPhase.RollingBack, Shadow: { } shadow }, _) when shadow.RemovalRequestedAt == at =>
            new RolloutAction.ShadowAction.RemoveShadow(new VariantRemoval(
                state.Plan.Endpoint, Reconciler.ConfigName(state.Id, "without-shadow"), ShadowStage.VariantName(state.Plan.Challenger), LineageTags.Made(state))),
        _ => null,
    };
}
