namespace CanaryConsole.Core.Storage;

/// <summary>A call to the event store that takes no longer than it may, whatever the store does.</summary>
internal static class StoreCall
{
    /// <summary>A store that only just answers is waited for this long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The way back to the champion waits no longer than this before it goes on without the store.</summary>
    public static readonly TimeSpan UrgentLimit = TimeSpan.FromSeconds(1);

    /// <exception cref="StoreException">The store failed, or did not answer in time; a write that was begun may still be carried out then.</exception>
    public static async Task<T> WithinAsync<T>(TimeSpan limit, WallClock wall, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await ask(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException($"The event store did not answer within {limit.TotalSeconds:0} s; the console goes on without it as far as is safe.");
        }
    }
}
