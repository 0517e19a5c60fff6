using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>A guard acted against a package.</summary>
internal sealed record PackageBreach(DateTimeOffset At, string Why)
{
    /// <summary>The newest of a rollout; null where no guard acted: it was taken back by itself, or paused by itself where it may not be taken back.</summary>
    public static PackageBreach? Newest(RolloutRecord rollout) => rollout.Events
        .Where(recorded => recorded.Actor == RolloutInput.Monitor)
        .Select(recorded => recorded.Event switch
        {
            RolloutEvent.RollbackStarted { Automatic: true } rollback => new PackageBreach(recorded.At, rollback.Reason),
            RolloutEvent.RolloutPaused paused => new PackageBreach(recorded.At, paused.Reason),
            _ => null,
        })
        .LastOrDefault(breach => breach is not null);
}
