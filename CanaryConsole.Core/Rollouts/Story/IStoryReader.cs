namespace CanaryConsole.Core.Rollouts;

/// <summary>Reads the whole story of one rollout, running or long over.</summary>
public interface IStoryReader
{
    /// <summary>Null when there is no rollout of that name.</summary>
    /// <exception cref="Storage.StoreException">The rollout is not in memory and the store could not be read.</exception>
    Task<RolloutStory?> ReadAsync(RolloutId id, CancellationToken cancellationToken);
}
