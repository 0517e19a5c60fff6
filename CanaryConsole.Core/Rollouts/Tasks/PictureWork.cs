using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Takes the pictures before and after.</summary>
internal sealed class PictureWork(IEndpointControl endpoints, IEndpointConfigs configs, IScalingControl scaling, ITagging tagging, TimeProvider clock) : ITaskWork
{
    private const int MostConfig = 64 * 1024;

    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) =>
        task is RolloutTask.PictureBefore or RolloutTask.PictureAfter ? TakeAsync(state, cancellationToken) : null;

    private async Task<TaskOutcome> TakeAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var endpoint = await endpoints.DescribeAsync(state.Plan.Endpoint, cancellationToken).ConfigureAwait(false);
        var config = await configs.ReadAsync(endpoint.ConfigName, cancellationToken).ConfigureAwait(false);
        return new TaskOutcome(Note: null, Picture: new EndpointPicture(
            at,
            endpoint.Arn,
            endpoint.ConfigName,
            config is { Length: <= MostConfig } ? config : null,
            endpoint.Variants,
            await scaling.ReadAsync(endpoint.Name, Names(state, endpoint), cancellationToken).ConfigureAwait(false),
            await tagging.ReadAsync(endpoint.Arn, cancellationToken).ConfigureAwait(false)));
    }

    private static List<string> Names(RolloutState state, EndpointDescription endpoint) =>
        [.. endpoint.Variants.Select(variant => variant.Name).Append(state.Plan.Challenger.VariantName).Distinct()];
}
