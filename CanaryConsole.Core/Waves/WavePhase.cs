namespace CanaryConsole.Core.Waves;

/// <summary>Where a wave stands.</summary>
public enum WavePhase
{
    /// <summary>The stage's rollouts are being started or are under way.</summary>
    Running,

    /// <summary>The next stage's waiting time runs.</summary>
    Waiting,

    /// <summary>The next stage waits for a person.</summary>
    AtGate,

    /// <summary>A rollout did not complete, so nothing more is started until a person goes on or stops.</summary>
    Halted,
    Completed,
    Stopped,
}
