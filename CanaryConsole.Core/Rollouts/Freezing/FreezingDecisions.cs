namespace CanaryConsole.Core.Rollouts;

/// <summary>Fixes the champion's latency once: just before what gives the challenger its first requests can follow, and never after.</summary>
internal static class FreezingDecisions
{
    /// <summary>What the look decided, with the freeze before it where it ends the preparation.</summary>
    public static Decision Before(RolloutState state, RolloutInput.Observe observed, Decision decided) =>
        state is { ChampionQuantiles: null, IsGuarded: false, Phase: RolloutPhase.Preparing or RolloutPhase.SmokeTesting }
            && observed.ChampionQuantiles is { } quantiles
            && decided is Decision.Accepted accepted && accepted.Events.Any(EndsPreparation)
                ? Decision.Of([new RolloutEvent.QuantilesFrozen(quantiles), .. accepted.Events])
                : decided;

    // A champion that had no latency when its challenger stood may have some by the first share.
    private static bool EndsPreparation(RolloutEvent happening) => happening is RolloutEvent.VariantReady or RolloutEvent.StepStarted or RolloutEvent.PromotionStarted
        or RolloutEvent.ShadowEvent.ShadowReady or RolloutEvent.ManagedEvent.DeploymentRequested;
}
