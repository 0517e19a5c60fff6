namespace CanaryConsole.Core.Monitoring;

/// <summary>The latest of something that changes: late watchers miss steps, never the last one. Safe for any number of threads.</summary>
public interface ISnapshotFeed<T>
    where T : class
{
    T Current { get; }

    /// <summary>The current value at once, then each newer one; values that came while the watcher was busy are skipped.</summary>
    IAsyncEnumerable<T> WatchAsync(CancellationToken cancellationToken);
}
