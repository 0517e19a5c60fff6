using System.Collections.Immutable;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>The fold of a wave's events. Only <c>WaveEvolution</c> makes one.</summary>
/// <param name="Version">Number of events folded; the version the next append expects.</param>
/// <param name="Stage">Index of the stage that runs, or that is waited for.</param>
/// <param name="Members">One for every endpoint of every stage, in the plan's order.</param>
/// <param name="WaitUntil">When the waiting time before the stage is over; null while none runs.</param>
/// <param name="Reason">Why it is halted or was stopped.</param>
public sealed record WaveState(
    WaveId Id,
    WavePlan Plan,
    int Version,
    WavePhase Phase,
    DateTimeOffset PhaseSince,
    int Stage,
    ImmutableList<WaveMember> Members,
    DateTimeOffset? WaitUntil,
    string? Reason,
    DateTimeOffset StartedAt,
    string StartedBy,
    DateTimeOffset? FinishedAt)
{
    public bool IsFinished => Phase is WavePhase.Completed or WavePhase.Stopped;

    public WaveStage CurrentStage => Plan.Stages[Stage];

    /// <summary>The members of the stage that runs or is waited for.</summary>
    public IEnumerable<WaveMember> Current => Members.Where(member => member.Stage == Stage);
}

/// <summary>Where one endpoint of a wave stands.</summary>
public enum WaveMemberStatus
{
    /// <summary>Its stage has not come yet.</summary>
    Ahead,

    /// <summary>Its rollout is about to be started.</summary>
    Starting,
    Running,
    Completed,

    /// <summary>Its rollout was refused, rolled back, cancelled or needs a person.</summary>
    Failed,

    /// <summary>A person let the wave go on without it.</summary>
    LeftOut,
}

/// <summary>One endpoint of a wave.</summary>
/// <param name="Rollout">The latest rollout of the wave on it; null before there is one.</param>
/// <param name="Attempt">How many rollouts the wave has asked for on it.</param>
/// <param name="Problem">Why it failed; null otherwise.</param>
public sealed record WaveMember(int Stage, string Endpoint, WaveMemberStatus Status, RolloutId? Rollout = null, int Attempt = 0, string? Problem = null);
