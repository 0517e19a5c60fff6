using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using Microsoft.AspNetCore.SignalR;

namespace CanaryConsole.Live;

/// <summary>Sends what changed to every client of the hub, at most twice a second, and only while there is one.</summary>
internal sealed class LivePump(IHubContext<LiveHub> hub, ISnapshotFeed<MonitorSnapshot> feed, WallClock clock, ILogger<LivePump> logger) : IAsyncDisposable
{
    public const int MostClients = 200;

    public static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(500);

    /// <summary>A client that takes longer is left to the hub's own time limits; the others do not wait for it.</summary>
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _clients = new(StringComparer.Ordinal);
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;
    private bool _disposed;

    /// <summary>False when there are as many clients as the console serves.</summary>
    public bool TryJoin(string client)
    {
        lock (_gate)
        {
            if (_disposed || _clients.Count >= MostClients)
            {
                return false;
            }

            if (_clients.Add(client) && _stop is null)
            {
                _stop = new CancellationTokenSource();
                _run = RunAfterAsync(_run, _stop.Token);
            }

            return true;
        }
    }

    public void Leave(string client)
    {
        lock (_gate)
        {
            if (_clients.Remove(client) && _clients.Count == 0)
            {
                Stop_NeedsLock();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task run;
        lock (_gate)
        {
            _disposed = true;
            Stop_NeedsLock();
            run = _run;
        }

        await run;
    }

    private void Stop_NeedsLock()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        _stop = null;
    }

    private async Task RunAfterAsync(Task previous, CancellationToken cancellationToken)
    {
        // The caller holds the lock; the loop must not run on its thread.
        await Task.Yield();
        await previous;
        var sent = feed.Current;
        try
        {
            await foreach (var snapshot in feed.WatchAsync(cancellationToken))
            {
                if (snapshot.Sequence != sent.Sequence)
                {
                    await SendAsync(LiveTranslation.Between(sent, snapshot), cancellationToken);
                    sent = snapshot;
                }

                await Task.Delay(Batch, clock.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last client left.
        }
    }

    private async Task SendAsync(LiveMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await hub.Clients.All.SendAsync(LiveHub.UpdateMethod, message, cancellationToken).WaitAsync(SendLimit, clock.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            Log.SlowClient(logger, message.Sequence);
        }
    }
}
