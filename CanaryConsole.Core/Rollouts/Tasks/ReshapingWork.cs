using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Asks for the changes of the endpoint itself; looks at it say when they are there.</summary>
internal sealed class ReshapingWork(IEndpointReshaping endpoints) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) => (task, state.Plan) switch
    {
        (RolloutTask.LowerChampion, { Surroundings.WarmInstances: { } warm } plan) => AskedAsync(endpoints.SetCapacityAsync(plan.Endpoint, plan.ChampionVariant, warm, cancellationToken)),
        (RolloutTask.RaiseChampion, { } plan) => AskedAsync(endpoints.SetCapacityAsync(plan.Endpoint, plan.ChampionVariant, state.PinnedInstances ?? 1, cancellationToken)),
        (RolloutTask.RemoveChallenger, { } plan) => AskedAsync(endpoints.RemoveVariantAsync(Removal(state, plan.Challenger.VariantName, "without-challenger"), cancellationToken)),
        (RolloutTask.RemoveChampion, { } plan) => AskedAsync(endpoints.RemoveVariantAsync(Removal(state, plan.ChampionVariant, "without-champion"), cancellationToken)),
        (RolloutTask.RestoreConfig, { } plan) when state.Before is { } before => AskedAsync(endpoints.RestoreConfigAsync(plan.Endpoint, before.ConfigName, cancellationToken)),
        _ => null,
    };

    private static VariantRemoval Removal(RolloutState state, string variant, string purpose) =>
        new(state.Plan.Endpoint, Reconciler.ConfigName(state.Id, purpose), variant, LineageTags.Made(state));

    private static async Task<TaskOutcome> AskedAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return TaskOutcome.Asked;
    }
}
