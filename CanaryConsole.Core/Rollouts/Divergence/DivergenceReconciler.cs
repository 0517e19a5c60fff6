using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action on the way back to our configuration. Pure.</summary>
internal static class DivergenceReconciler
{
    /// <summary>Null unless it was decided at this very look to ask: the intent is written for each attempt.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at)
    {
        if (endpoint is not { Status: EndpointStatus.InService } || state.Divergence is not { Restoration.RequestedAt: { } asked } standing || asked != at)
        {
            return null;
        }

        // A variant that our configuration does not have is taken away by the update, and must not carry traffic when it goes.
        var expected = standing.Found.Expected;
        return endpoint.Variant(state.Plan.ChampionVariant) is not null && endpoint.Variants.Any(variant => variant.CurrentWeight > 0 && expected.Variant(variant.Name) is null)
            ? new RolloutAction.SetWeights(endpoint.Name, [
                .. endpoint.Variants.Select(variant => new VariantWeight(variant.Name, variant.Name == state.Plan.ChampionVariant ? 1 : 0)),
            ])
            : new RolloutAction.RestoreConfig(endpoint.Name, expected.ConfigName);
    }
}
