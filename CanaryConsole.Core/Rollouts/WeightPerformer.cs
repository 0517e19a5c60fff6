using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Brings the challenger's variant up, moves weights, and goes back to a configuration that somebody else exchanged.</summary>
internal sealed class WeightPerformer(IEndpointControl endpoints, IEndpointReshaping reshaping) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) => action switch
    {
        RolloutAction.AddVariant add => AfterAsync(endpoints.AddVariantAsync(add.Addition, cancellationToken)),
        RolloutAction.SetWeights weights => AfterAsync(endpoints.SetWeightsAsync(weights.Endpoint, weights.Weights, cancellationToken)),
        RolloutAction.RestoreConfig restore => AfterAsync(reshaping.RestoreConfigAsync(restore.Endpoint, restore.ConfigName, cancellationToken)),
        _ => null,
    };

    private static async Task<Performed> AfterAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return new Performed(LookStands: false);
    }
}
