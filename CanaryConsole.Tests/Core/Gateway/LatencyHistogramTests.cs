using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Tests.Core.Gateway;

public class LatencyHistogramTests
{
    private const double MostRelativeError = 0.01;

    [Fact]
    public void Buckets_OverEveryLatency_AreWithinOnePercentAndInOrder()
    {
        var before = -1;
        for (long ticks = 0; ticks < 2_000_000_000; ticks += 1 + (ticks / 500))
        {
            var bucket = LatencyBuckets.Of(TimeSpan.FromTicks(ticks));

            Assert.InRange(bucket, before, LatencyBuckets.Count - 1);
            Assert.InRange(LatencyBuckets.Middle(bucket).Ticks, ticks * (1 - MostRelativeError), ticks * (1 + MostRelativeError));
            before = bucket;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Quantiles_OfALongTail_AreWithinOnePercentOfTheNearestRank(int seed)
    {
        var latencies = Tail(new Random(seed), 20_000);
        var histogram = Of(latencies);

        foreach (var part in new[] { 0, 0.01, 0.5, 0.9, 0.99, 0.999, 1 })
        {
            var exact = latencies[Math.Clamp((int)Math.Ceiling(part * latencies.Count) - 1, 0, latencies.Count - 1)];
            Assert.InRange(histogram.Quantile(part)!.Value / exact, 1 - MostRelativeError, 1 + MostRelativeError);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(25)]
    [InlineData(99.9)]
    [InlineData(400)]
    public void CountAbove_AnyThreshold_IsBetweenTheCountsOnePercentAwayOnEitherSide(double milliseconds)
    {
        var latencies = Tail(new Random(3), 20_000);
        var threshold = TimeSpan.FromMilliseconds(milliseconds);

        var above = Of(latencies).CountAbove(threshold);

        Assert.InRange(above, latencies.Count(latency => latency > threshold * (1 + MostRelativeError)), latencies.Count(latency => latency > threshold * (1 - MostRelativeError)));
    }

    [Fact]
    public void Merge_OfTwo_IsTheOneThatSawBoth()
    {
        var (left, right) = (Tail(new Random(4), 500), Tail(new Random(5), 700));
        var merged = Of(left);
        merged.Merge(Of(right));
        var whole = Of([.. left.Concat(right)]);

        var (one, other) = (merged.Pack(), whole.Pack());
        Assert.Equal(other.Buckets, one.Buckets);
        Assert.Equal(other.Counts, one.Counts);
        Assert.Equal(1_200, merged.Total);
    }

    [Fact]
    public void Pack_CountsAsTheHistogramDoes()
    {
        var histogram = Of(Tail(new Random(6), 5_000));
        var unpacked = new LatencyHistogram();
        histogram.Pack().AddTo(unpacked);

        Assert.Equal(histogram.CountAbove(TimeSpan.FromMilliseconds(30)), histogram.Pack().CountAbove(TimeSpan.FromMilliseconds(30)));
        Assert.Equal(histogram.Quantile(0.99), unpacked.Quantile(0.99));
    }

    [Fact]
    public void Empty_AndOutOfRange_AreNeitherAnErrorNorANumber()
    {
        var histogram = new LatencyHistogram();
        Assert.Null(histogram.Quantile(0.5));
        Assert.Equal(0, histogram.CountAbove(TimeSpan.Zero));

        histogram.Record(TimeSpan.FromSeconds(-1));
        histogram.Record(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.Zero, histogram.Quantile(0));
        Assert.InRange(histogram.Quantile(1)!.Value.TotalSeconds, 210, 216);
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Quantile(1.1));
    }

    [Fact]
    public void Record_OnceWarm_AllocatesNothing()
    {
        var counts = new VariantCounts();
        counts.Record(1, InvocationStatus.Answered, TimeSpan.FromMilliseconds(5), isPinned: false);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            counts.Record(1, InvocationStatus.Answered, TimeSpan.FromMilliseconds(i), isPinned: false);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static LatencyHistogram Of(List<TimeSpan> latencies)
    {
        var histogram = new LatencyHistogram();
        latencies.ForEach(histogram.Record);
        return histogram;
    }

    /// <summary>Log-normal about 20 ms, ascending.</summary>
    private static List<TimeSpan> Tail(Random random, int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(_ => TimeSpan.FromMilliseconds(20 * Math.Exp(1.2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))))
            .Order(),
    ];
}
