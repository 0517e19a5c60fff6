namespace CanaryConsole.Core.Serving;

/// <summary>
/// What served when, folded from the events: every rollout's orders and read-backs, weights set by hand, and what the monitor saw change by itself.
/// A change made outside the console is known only from when it was seen.
/// </summary>
public interface IServingHistory
{
    /// <summary>A span answers with at most this many changes.</summary>
    const int MostChanges = 500;

    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<ServingMoment> AtAsync(string endpoint, DateTimeOffset at, CancellationToken cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">The span ends before it begins.</exception>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<ServingSpan> OverAsync(string endpoint, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
