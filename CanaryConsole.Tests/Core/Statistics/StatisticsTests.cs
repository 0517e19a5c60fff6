using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class StatisticsTests
{
    [Theory]
    [InlineData(2, 488, 0.001124638750120823, 0.014818423145262846)]
    [InlineData(0, 100, 0, 0.03699349820698568)]
    [InlineData(100, 100, 0.9630065017930143, 1)]
    public void WilsonInterval_KnownCounts_HasKnownEnds(long hits, long trials, double low, double high)
    {
        var interval = WilsonInterval.At95(hits, trials);

        Assert.Equal(low, interval.Low.Fraction, 12);
        Assert.Equal(high, interval.High.Fraction, 12);
    }

    [Theory]
    [InlineData(0, 10, 0.3, 1)]
    [InlineData(3, 10, 0.5, 0.9453125)]
    [InlineData(10, 10, 0.5, 0.0009765625)]
    [InlineData(1, 10, 0, 0)]
    [InlineData(5, 10, 1, 1)]
    public void BinomialTail_KnownCases_AreExact(long hits, long trials, double probability, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(hits, trials, probability), 12);

    [Fact]
    public void BinomialTail_ProbabilityOutside_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTail.AtLeast(1, 2, double.NaN));
}
