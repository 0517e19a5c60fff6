namespace CanaryConsole.Core.Gateway;

/// <summary>
/// Latencies counted in a fixed set of buckets: what it says is within 1 % of the truth, it never grows, recording allocates nothing, and two that are merged are the one that saw both.
/// Not safe for several threads at once.
/// </summary>
public sealed class LatencyHistogram
{
    private readonly uint[] _counts = new uint[LatencyBuckets.Count];
    private int _lowest = LatencyBuckets.Count;
    private int _highest = -1;

    public long Total { get; private set; }

    public void Record(TimeSpan latency) => Add(LatencyBuckets.Of(latency), 1);

    public void Merge(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var bucket = other._lowest; bucket <= other._highest; bucket++)
        {
            if (other._counts[bucket] > 0)
            {
                Add(bucket, other._counts[bucket]);
            }
        }
    }

    /// <summary>How many were slower; those within 1 % of the threshold may count on either side.</summary>
    public long CountAbove(TimeSpan threshold)
    {
        long above = 0;
        for (var bucket = Math.Max(_lowest, LatencyBuckets.FirstAbove(threshold)); bucket <= _highest; bucket++)
        {
            above += _counts[bucket];
        }

        return above;
    }

    /// <summary>By nearest rank, within 1 %; null when nothing was recorded.</summary>
    /// <param name="part">From 0 (the quickest) to 1 (the slowest).</param>
    public TimeSpan? Quantile(double part)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, 1);
        var left = Math.Max(1, (long)Math.Ceiling(part * Total));
        for (var bucket = _lowest; bucket <= _highest; bucket++)
        {
            left -= _counts[bucket];
            if (left <= 0)
            {
                return LatencyBuckets.Middle(bucket);
            }
        }

        return null;
    }

    public void Clear()
    {
        if (_highest >= _lowest)
        {
            Array.Clear(_counts, _lowest, _highest - _lowest + 1);
        }

        (_lowest, _highest, Total) = (LatencyBuckets.Count, -1, 0);
    }

    /// <summary>The buckets that hold something, ascending.</summary>
    internal PackedLatencies Pack()
    {
        var used = 0;
        for (var bucket = _lowest; bucket <= _highest; bucket++)
        {
            used += _counts[bucket] > 0 ? 1 : 0;
        }

        var (buckets, counts) = (new ushort[used], new uint[used]);
        for (int bucket = _lowest, at = 0; bucket <= _highest; bucket++)
        {
            if (_counts[bucket] > 0)
            {
                (buckets[at], counts[at++]) = ((ushort)bucket, _counts[bucket]);
            }
        }

        return new PackedLatencies(buckets, counts);
    }

    internal void Add(int bucket, uint count)
    {
        _counts[bucket] = checked(_counts[bucket] + count);
        Total += count;
        _lowest = Math.Min(_lowest, bucket);
        _highest = Math.Max(_highest, bucket);
    }
}
