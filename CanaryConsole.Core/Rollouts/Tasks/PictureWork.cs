using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Takes the pictures before and after.</summary>
internal sealed class PictureWork(IEndpointControl endpoints, EndpointPictures pictures, TimeProvider clock) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) =>
        task is RolloutTask.PictureBefore or RolloutTask.PictureAfter ? TakeAsync(state, cancellationToken) : null;

    private async Task<TaskOutcome> TakeAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var endpoint = await endpoints.DescribeAsync(state.Plan.Endpoint, cancellationToken).ConfigureAwait(false);
        return new TaskOutcome(Note: null, Picture: await pictures.TakeAsync(endpoint, state.Plan.Challenger.VariantName, at, cancellationToken).ConfigureAwait(false));
    }
}
