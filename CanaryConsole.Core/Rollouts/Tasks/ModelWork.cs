using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Makes the challenger's model of its package, with the champion's role.</summary>
internal sealed class ModelWork(IModelMaking models) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) =>
        (task, state.Plan) is (RolloutTask.MakeModel, { Surroundings.PackageArn: { } package, ChampionModel: { } like } plan)
            ? MakeAsync(new ModelOrder(plan.Challenger.ModelName, package, like, LineageTags.Made(state)), cancellationToken)
            : null;

    private async Task<TaskOutcome> MakeAsync(ModelOrder order, CancellationToken cancellationToken)
    {
        await models.EnsureAsync(order, cancellationToken).ConfigureAwait(false);
        return new TaskOutcome($"{order.ModelName} stands, with the role of {order.LikeModel}");
    }
}
