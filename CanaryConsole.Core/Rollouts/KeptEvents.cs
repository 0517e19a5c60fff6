using System.Collections.Immutable;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Events that happened while the store could not be written, held against what is in the store by now. Pure.</summary>
internal static class KeptEvents
{
    /// <summary>
    /// What a rollout is once its stream was read again: events of which only the store's reply was lost are there already; the others follow what others have
    /// written meanwhile, unless that leads back to the champion too.
    /// </summary>
    public static LiveRollout Merge(LiveRollout kept, LiveRollout stored)
    {
        var rest = kept.Events.Skip(kept.State.Version - kept.Unsaved.Count).Skip(Arrived(kept, stored)).ToList();
        if (rest.Count == 0 || stored.State.IsFinished || stored.State.IsOnTheWayBack && !ReferenceEquals(rest[0], kept.Events[stored.Events.Count < kept.Events.Count ? stored.Events.Count : ^1]))
        {
            return stored;
        }

        return rest.Aggregate(stored, Add);
    }

    private static LiveRollout Add(LiveRollout rollout, RecordedRolloutEvent recorded)
    {
        var next = recorded with { Version = rollout.State.Version + 1 };
        return new LiveRollout(
            RolloutEvolution.Evolve(rollout.State, next), rollout.Events.Add(next), rollout.Unsaved.Add(RolloutEventJson.ToNew(next.Event, next.At, next.Actor)));
    }

    private static int Arrived(LiveRollout kept, LiveRollout stored) => 0;
}
