namespace CanaryConsole.Core.Rollouts;

/// <summary>Every rollout there is, read only.</summary>
public interface IRolloutRecords
{
    /// <summary>The state and events of any rollout, finished or not; null when there is none of that name.</summary>
    Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken);

    /// <summary>Rollouts, newest first, at most <paramref name="limit"/> (1 to 200), optionally of one endpoint.</summary>
    Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken);
}
