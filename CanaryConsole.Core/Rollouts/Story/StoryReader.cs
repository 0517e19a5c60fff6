using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What the service knows of a rollout, joined with what the store holds of it. A rollout in memory has a story even while the store is away.</summary>
internal sealed class StoryReader(IRolloutService rollouts, IEventStore store) : IStoryReader
{
    public async Task<RolloutStory?> ReadAsync(RolloutId id, CancellationToken cancellationToken)
    {
        if (await rollouts.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var (stored, problem) = await StoredAsync(id, cancellationToken).ConfigureAwait(false);
        var chain = new ChainWalk();
        foreach (var one in stored)
        {
            chain.Add(one);
        }

        var byVersion = stored.ToDictionary(one => one.Version);
        return new RolloutStory(
            id,
            found.State.Plan,
            [.. found.Events.Select(recorded => Entry(recorded, found.State.Plan, byVersion.GetValueOrDefault(recorded.Version)))],
            chain.Result.Breaks,
            problem);
    }

    private async Task<(IReadOnlyList<StoredEvent> Events, string? Problem)> StoredAsync(RolloutId id, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadAsync(RolloutLedger.StreamOf(id), 0, cancellationToken).ConfigureAwait(false), null);
        }
        catch (StoreException failure)
        {
            return ([], failure.Message);
        }
    }

    private static StoryEntry Entry(RecordedRolloutEvent recorded, RolloutPlan plan, StoredEvent? stored)
    {
        var sentence = Journal.Sentence(recorded.Event, plan);
        if (stored is not null)
        {
            return new StoryEntry(recorded, stored.Type, sentence, stored.Payload, stored);
        }

        var unsaved = RolloutEventJson.ToNew(recorded.Event, recorded.At, recorded.Actor);
        return new StoryEntry(recorded, unsaved.Type, sentence, unsaved.Payload, null);
    }
}
