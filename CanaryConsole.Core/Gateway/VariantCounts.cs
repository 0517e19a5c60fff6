using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Gateway;

/// <summary>One variant's seconds: the one that runs, and those of the last 15 minutes. Recording holds a lock for some nanoseconds and allocates nothing; a second is packed once, when it is over.</summary>
internal sealed class VariantCounts
{
    public const int KeptSeconds = 15 * 60;

    private readonly Lock _gate = new();
    private readonly ClosedSecond?[] _closed = new ClosedSecond?[KeptSeconds];
    private readonly LatencyHistogram _latencies = new();
    private SecondTally _tally;
    private long _second;

    /// <summary>The second of the latest request, since 1970.</summary>
    public long LatestSecond => Volatile.Read(ref _second);

    /// <param name="now">Seconds since 1970. A clock that was set back counts into the second that it has left.</param>
    public void Record(long now, InvocationStatus status, TimeSpan latency, bool isPinned)
    {
        lock (_gate)
        {
            if (now > _second)
            {
                Close_NeedsLock();
                Volatile.Write(ref _second, now);
            }

            _tally = _tally.Plus(status, isPinned);
            _latencies.Record(latency);
        }
    }

    public List<MetricWindow> Windows(long from, long now, IReadOnlyList<TimeSpan> thresholds)
    {
        lock (_gate)
        {
            return [.. Closed_NeedsLock(from, now).Select(second => second.Window_NeedsLock(thresholds))];
        }
    }

    public IReadOnlyList<ClosedSecond> Seconds(long from, long now)
    {
        lock (_gate)
        {
            return [.. Closed_NeedsLock(from, now)];
        }
    }

    /// <summary>Of these seconds and the one that runs.</summary>
    public long Pinned(long from, long now)
    {
        lock (_gate)
        {
            return Closed_NeedsLock(from, now).Sum(second => (long)second.Tally.Pinned) + _tally.Pinned;
        }
    }

    private IEnumerable<ClosedSecond> Closed_NeedsLock(long from, long now)
    {
        if (_second < now)
        {
            Close_NeedsLock();
        }

        for (var second = Math.Max(from, now - KeptSeconds); second < now; second++)
        {
            if (_closed[second % KeptSeconds] is { } closed && closed.Second == second)
            {
                yield return closed;
            }
        }
    }

    private void Close_NeedsLock()
    {
        if (_tally.Requests > 0)
        {
            _closed[_second % KeptSeconds] = new ClosedSecond(_second, _tally, _latencies);
            _latencies.Clear();
            _tally = default;
        }
    }
}
