namespace CanaryConsole.Core.Monitoring;

/// <summary>
/// Does several things at a time, at most so many. Each begins on its starter's thread and in order, so that work which waits for nothing is done at once;
/// only a real wait lets the next one overtake.
/// </summary>
internal sealed class SideBySide(int most, CancellationToken cancellationToken) : IDisposable
{
    private readonly SemaphoreSlim _places = new(most, most);
    private readonly Lock _gate = new();
    private readonly List<Task> _started = [];

    public void Start(Func<CancellationToken, Task> work)
    {
        var running = RunAsync(work);
        lock (_gate)
        {
            _started.Add(running);
        }
    }

    /// <summary>Done when all that was started is; fails with the first failure, but never before the last is done.</summary>
    public Task AllAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_started);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}
