namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Carries out some of the tasks around a rollout's traffic. Each may be asked for again, whatever an earlier attempt has done.</summary>
internal interface ITaskWork
{
    /// <summary>Null, at once, when the task belongs to another.</summary>
    /// <exception cref="CloudException">The task failed; it is tried again later.</exception>
    Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken);
}
