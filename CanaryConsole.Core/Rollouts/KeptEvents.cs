using System.Collections.Immutable;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Events that happened while the store could not be written, held against what it has by now. Pure.</summary>
internal static class KeptEvents
{
    /// <summary>
    /// What a rollout is once its stream was read again. Events of which only the store's reply was lost are there already. The others follow what somebody else
    /// has written meanwhile, unless that leads back to the champion as well: then nothing is left to say.
    /// </summary>
    public static LiveRollout Merge(LiveRollout kept, IReadOnlyList<StoredEvent> stored)
    {
        var known = kept.State.Version - kept.Unsaved.Count;
        var arrived = Arrived(kept.Unsaved, stored, known);
        if (stored.Count == known + arrived)
        {
            return kept with { Unsaved = kept.Unsaved.RemoveRange(0, arrived) };
        }

        var now = LiveRollout.Of(stored);
        return now.State.IsFinished || now.State.IsOnTheWayBack
            ? now
            : kept.Events.Skip(known + arrived).Aggregate(now, Follow);
    }

    private static LiveRollout Follow(LiveRollout rollout, RecordedRolloutEvent happened)
    {
        var next = happened with { Version = rollout.State.Version + 1 };
        return new LiveRollout(
            RolloutEvolution.Evolve(rollout.State, next),
            rollout.Events.Add(next),
            rollout.Unsaved.Add(RolloutEventJson.ToNew(next.Event, next.At, next.Actor)));
    }

    private static int Arrived(ImmutableList<NewEvent> unsaved, IReadOnlyList<StoredEvent> stored, int known)
    {
        var arrived = 0;
        while (arrived < unsaved.Count && known + arrived < stored.Count && IsSame(unsaved[arrived], stored[known + arrived]))
        {
            arrived++;
        }

        return arrived;
    }

    private static bool IsSame(NewEvent wanted, StoredEvent stored) =>
        wanted.Type == stored.Type && wanted.At == stored.At && wanted.Actor == stored.Actor && wanted.Payload == stored.Payload;
}
