using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Gateway;

/// <summary>What one variant did in one second that is over. Immutable but for the window it was last asked for.</summary>
internal sealed class ClosedSecond(long second, SecondTally tally, LatencyHistogram latencies)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private readonly TimeSpan? _p50 = latencies.Quantile(0.5);
    private readonly TimeSpan? _p90 = latencies.Quantile(0.9);
    private readonly TimeSpan? _p99 = latencies.Quantile(0.99);
    private MetricWindow? _latest;
    private IReadOnlyList<TimeSpan> _thresholds = [];

    public long Second { get; } = second;

    public SecondTally Tally { get; } = tally;

    public PackedLatencies Latencies { get; } = latencies.Pack();

    /// <summary>The same thresholds are asked for every second, so the window is kept until others are.</summary>
    public MetricWindow Window_NeedsLock(IReadOnlyList<TimeSpan> thresholds)
    {
        if (_latest is null || !_thresholds.SequenceEqual(thresholds))
        {
            (_latest, _thresholds) = (Make(thresholds), thresholds);
        }

        return _latest;
    }

    private MetricWindow Make(IReadOnlyList<TimeSpan> thresholds) => new(
        DateTimeOffset.UnixEpoch.AddSeconds(Second), Length, Tally.Requests, Tally.Errors, _p50, _p90, _p99, SlowRequests: null)
    {
        ClientErrors = Tally.ClientErrors,
        ServerErrors = Tally.ServerErrors,
        ModelErrors = Tally.ModelErrors,
        SlowCounts = thresholds.Count == 0 ? null : [.. thresholds.Select(threshold => new SlowCount(threshold, Latencies.CountAbove(threshold)))],
    };
}
