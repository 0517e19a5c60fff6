using System.Collections.Immutable;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A rollout in memory.</summary>
/// <param name="Unsaved">Events that happened while the store could not be written; they follow as soon as it can.</param>
internal sealed record LiveRollout(RolloutState State, ImmutableList<RecordedRolloutEvent> Events, ImmutableList<NewEvent> Unsaved)
{
    public static LiveRollout Of(IReadOnlyList<StoredEvent> stored)
    {
        var events = stored.Select(RolloutEventJson.FromStored).ToImmutableList();
        return new LiveRollout(RolloutEvolution.Fold(events), events, []);
    }

    /// <summary>With what was stored after it.</summary>
    public LiveRollout Then(IReadOnlyList<StoredEvent> news)
    {
        var events = news.Select(RolloutEventJson.FromStored).ToList();
        return new LiveRollout(events.Aggregate(State, RolloutEvolution.Evolve), Events.AddRange(events), []);
    }

    public bool NeedsAttention => !State.IsFinished || Unsaved.Count > 0;
}
