using System.Collections.Concurrent;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Rollouts;

/// <summary>
/// Calls that may take longer than a look may: each is started once, runs beside the looks, and is collected by the first look after it has ended.
/// Nothing outlives the process: what was under way in a crash is started again.
/// </summary>
/// <param name="nudge">Asked for a look at the endpoint as soon as a call has ended.</param>
internal sealed class Errands<TKey, TResult>(MonitorNudge nudge, TimeProvider clock) : IDisposable
    where TKey : notnull
{
    /// <summary>A result that nobody collects is forgotten after this.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<TKey, Errand> _underWay = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The ended call, once; null while it runs. Started when it was not.</summary>
    public Task<TResult>? Collect(TKey key, string endpoint, Func<CancellationToken, Task<TResult>> start)
    {
        var errand = _underWay.GetOrAdd(key, _ => new Errand(start(_stopping.Token)));
        if (errand.Result.IsCompleted)
        {
            _underWay.TryRemove(key, out _);
            return errand.Result;
        }

        if (errand.TryAnnounce())
        {
            Forget();
            _ = errand.Result.ContinueWith(
                _ =>
                {
                    errand.EndAt(clock.GetUtcNow());
                    nudge.Look(endpoint);
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return null;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - KeptFor;
        foreach (var old in _underWay.Where(one => one.Value.EndedBefore(before)))
        {
            _underWay.TryRemove(old);
        }
    }

    private sealed class Errand(Task<TResult> result)
    {
        private int _announced;
        private long _endedTicks = long.MaxValue;

        public Task<TResult> Result { get; } = result;

        public void EndAt(DateTimeOffset at) => Interlocked.Exchange(ref _endedTicks, at.UtcTicks);

        public bool EndedBefore(DateTimeOffset at) => Interlocked.Read(ref _endedTicks) < at.UtcTicks;

        public bool TryAnnounce() => Interlocked.Exchange(ref _announced, 1) == 0;
    }
}
