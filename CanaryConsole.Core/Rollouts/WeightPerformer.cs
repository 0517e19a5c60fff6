using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Brings the challenger's variant up and moves weights.</summary>
internal sealed class WeightPerformer(IEndpointControl endpoints) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) => action switch
    {
        RolloutAction.AddVariant add => AfterAsync(endpoints.AddVariantAsync(add.Addition, cancellationToken)),
        RolloutAction.SetWeights weights => AfterAsync(endpoints.SetWeightsAsync(weights.Endpoint, weights.Weights, cancellationToken)),
        _ => null,
    };

    private static async Task<Performed> AfterAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return new Performed(LookStands: false);
    }
}
