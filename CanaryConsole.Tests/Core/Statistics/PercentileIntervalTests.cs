using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class PercentileIntervalTests
{
    [Fact]
    public void P99_UpToTheCountThatIsEnough_HasNoUpperEnd()
    {
        Assert.Null(PercentileInterval.Ranks(367, 0.99, 0.95).High);
        Assert.Equal(368, PercentileInterval.Ranks(368, 0.99, 0.95).High);
        Assert.Null(PercentileInterval.UpperRank(298, 0.99, 0.95));
        Assert.Equal(299, PercentileInterval.UpperRank(299, 0.99, 0.95));
    }

    [Fact]
    public void Of_ASample_GivesItsOwnValues()
    {
        var sorted = Enumerable.Range(1, 1000).Select(value => (double)value).ToArray();

        Assert.Equal(new PercentileEstimate(990, 983, 997), PercentileInterval.Of(sorted, 0.99, 0.95));
        Assert.Equal(new PercentileEstimate(297, 293, null), PercentileInterval.Of(sorted.AsSpan(0, 300), 0.99, 0.95));
        Assert.Equal(new PercentileEstimate(1, null, null), PercentileInterval.Of([1], 0.5, 0.95));
    }

    [Fact]
    public void Ranks_OfAnyCount_EncloseThePercentileAsOftenAsTheySay()
    {
        foreach (var quantile in new[] { 0.5, 0.9, 0.99 })
        {
            for (var count = 1; count < 1500; count += 37)
            {
                var (low, high) = PercentileInterval.Ranks(count, quantile, 0.95);
                var below = low is { } l ? BinomialTail.Below(l, count, quantile) : 0;
                var above = high is { } h ? BinomialTail.AtLeast(h, count, quantile) : 0;

                Assert.True(below <= 0.025 + 1e-12 && above <= 0.025 + 1e-12, $"{below} and {above} at {count}");
            }
        }
    }

    [Fact]
    public void Of_OutsideItsBounds_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PercentileInterval.Of([], 0.99, 0.95));
        Assert.Throws<ArgumentException>(() => PercentileInterval.Of([2, 1], 0.99, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentileInterval.Of([1, double.NaN], 0.99, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentileInterval.Ranks(0, 0.99, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentileInterval.Ranks(1, 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentileInterval.Ranks(1, 0.99, double.NaN));
    }
}
