using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>The endpoint's tags: the mark of the rollout, the lineage at its end, or what stood before.</summary>
internal sealed class TaggingWork(ITagging tagging) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) => (task, state.Before) switch
    {
        (RolloutTask.TagEndpoint, { } before) => PutAsync(before.Arn, LineageTags.Mark(state.Id), cancellationToken),
        (RolloutTask.TagLineage, { } before) => PutAsync(before.Arn, LineageTags.Of(state), cancellationToken),
        (RolloutTask.RestoreTags, { } before) => RestoreAsync(before, cancellationToken),
        _ => null,
    };

    private async Task<TaskOutcome> PutAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        await tagging.PutAsync(arn, tags, cancellationToken).ConfigureAwait(false);
        return new TaskOutcome(string.Join(", ", tags.Keys.Order(StringComparer.Ordinal).Take(3)) + (tags.Count > 3 ? $" and {tags.Count - 3} more" : ""));
    }

    // Tags that others wrote meanwhile are theirs; only the console's own go back.
    private async Task<TaskOutcome> RestoreAsync(EndpointPicture before, CancellationToken cancellationToken)
    {
        var standing = await tagging.ReadAsync(before.Arn, cancellationToken).ConfigureAwait(false);
        await tagging.RemoveAsync(before.Arn, [.. standing.Keys.Where(key => LineageTags.IsOurs(key) && !before.Tags.ContainsKey(key))], cancellationToken).ConfigureAwait(false);
        await tagging.PutAsync(
            before.Arn,
            before.Tags.Where(tag => LineageTags.IsOurs(tag.Key) && standing.GetValueOrDefault(tag.Key) != tag.Value).ToDictionary(StringComparer.Ordinal),
            cancellationToken).ConfigureAwait(false);
        return new TaskOutcome("as before");
    }
}
