namespace CanaryConsole.Core.Rollouts;

/// <summary>Where a rollout stands. Guards act in every phase from <see cref="Baking"/> on that is not terminal.</summary>
public enum RolloutPhase
{
    Planned,
    AwaitingApproval,
    Preparing,
    SmokeTesting,
    Baking,
    AtGate,
    Paused,
    Promoting,
    Soaking,
    Completed,
    RollingBack,
    RolledBack,
    Cancelled,

    /// <summary>The console cannot go on by itself; a person is needed.</summary>
    Blocked,
}
