using System.Numerics;

namespace CanaryConsole.Core.Gateway;

/// <summary>
/// Where a latency is counted: log-linear, 64 buckets to each doubling, over <see cref="TimeSpan"/>'s own ticks of 0.1 µs. Up to 12.7 µs each tick has its own bucket; above, a bucket's middle is
/// within 1/128 of every latency in it, so that quantiles and thresholds are true within 1 %. What takes longer than 214 s is counted as that.
/// </summary>
internal static class LatencyBuckets
{
    private const int PerDoubling = 64;
    private const int Exact = 6;
    private const long Longest = (1L << 31) - 1;

    public const int Count = ((31 - Exact) * PerDoubling) + PerDoubling;

    public static int Of(TimeSpan latency)
    {
        var ticks = Math.Clamp(latency.Ticks, 0, Longest);
        if (ticks < PerDoubling)
        {
            return (int)ticks;
        }

        var doublings = BitOperations.Log2((ulong)ticks) - Exact;
        return (doublings * PerDoubling) + (int)(ticks >> doublings);
    }

    /// <summary>The middle of what the bucket holds.</summary>
    public static TimeSpan Middle(int bucket)
    {
        if (bucket < PerDoubling)
        {
            return TimeSpan.FromTicks(bucket);
        }

        var doublings = (bucket / PerDoubling) - 1;
        var least = (long)(bucket - (doublings * PerDoubling)) << doublings;
        return TimeSpan.FromTicks(least + (((1L << doublings) - 1) / 2));
    }

    /// <summary>The first bucket that counts as slower than the threshold: the first whose middle is.</summary>
    public static int FirstAbove(TimeSpan threshold)
    {
        if (threshold < TimeSpan.Zero)
        {
            return 0;
        }

        var bucket = Of(threshold);
        return Middle(bucket) > threshold ? bucket : bucket + 1;
    }
}
