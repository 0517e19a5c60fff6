namespace CanaryConsole.Core.Rollouts;

/// <summary>Where a rollout stands. Guards act in every phase from <see cref="Baking"/> on that is not terminal.</summary>
public enum RolloutPhase
{
    Planned,
    AwaitingApproval,
    Preparing,
    SmokeTesting,

    /// <summary>The challenger gets copies of requests and answers nobody: a shadow variant.</summary>
    Shadowing,

    /// <summary>SageMaker's deployment guardrails move the traffic; the console watches and can abort.</summary>
    Deploying,
    Baking,
    AtGate,
    Paused,
    Promoting,
    Soaking,
    Completed,
    RollingBack,
    RolledBack,

    /// <summary>Traffic is where it belongs; what the rollout changed around it is put back before it ends.</summary>
    Restoring,
    Cancelled,

    /// <summary>The console cannot go on by itself; a person is needed.</summary>
    Blocked,
}
