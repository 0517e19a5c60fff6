using System.Collections.Immutable;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What surrounds the traffic, as the fold knows it.</summary>
public sealed partial record RolloutState
{
    /// <summary>Every task that was begun, in the order of beginning.</summary>
    public ImmutableList<TaskStanding> Tasks { get; init; } = [];

    /// <summary>The endpoint before the rollout changed anything; null until then.</summary>
    public EndpointPicture? Before { get; init; }

    /// <summary>The endpoint after the rollout changed the last thing.</summary>
    public EndpointPicture? After { get; init; }

    /// <summary>Instances the champion must have before it takes everything back; null before it was pinned.</summary>
    public int? PinnedInstances { get; init; }

    /// <summary>How long bringing the challenger up took: what a rollback takes once the champion is gone. Null before.</summary>
    public TimeSpan? PreparationTook { get; init; }

    /// <summary>Whether a guard rather than a person ordered the way back.</summary>
    public bool AutomaticRollback { get; init; }

    /// <summary>How long after the decision the traffic was back; null before.</summary>
    public TimeSpan? TrafficBackAfter { get; init; }

    /// <summary>True once the champion is gone, or may be: weights alone cannot bring its traffic back.</summary>
    public bool IsCold => Ending is RolloutPhase.Completed && Task(RolloutTask.RemoveChampion).Progress is TaskProgress.Running or TaskProgress.Done;

    /// <summary>When the console last asked for a change that a description has yet to show; descriptions older than that prove nothing.</summary>
    public DateTimeOffset? AskedAt => Tasks
        .Where(task => task.Progress is TaskProgress.Running)
        .Select(task => (DateTimeOffset?)task.Since)
        .Append(IntentAt)
        .Max();

    public TaskStanding Task(RolloutTask task) => Tasks.Find(standing => standing.Task == task) ?? new TaskStanding(task, TaskProgress.Waiting, 0, PlannedAt);
}
