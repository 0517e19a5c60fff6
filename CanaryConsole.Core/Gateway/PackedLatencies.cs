namespace CanaryConsole.Core.Gateway;

/// <summary>The latencies of a second that is over: only the buckets that hold something, ascending. Immutable.</summary>
internal sealed record PackedLatencies(ushort[] Buckets, uint[] Counts)
{
    public long CountAbove(TimeSpan threshold)
    {
        var first = LatencyBuckets.FirstAbove(threshold);
        long above = 0;
        for (var at = Buckets.Length - 1; at >= 0 && Buckets[at] >= first; at--)
        {
            above += Counts[at];
        }

        return above;
    }

    public void AddTo(LatencyHistogram histogram)
    {
        for (var at = 0; at < Buckets.Length; at++)
        {
            histogram.Add(Buckets[at], Counts[at]);
        }
    }
}
