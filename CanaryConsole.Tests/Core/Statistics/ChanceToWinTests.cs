using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class ChanceToWinTests
{
    [Fact]
    public void OfRates_TwoArms_ShareTheChanceAndTheRisksDifferByTheMeans()
    {
        foreach (var (one, other) in new[]
        {
            (new BinomialSample(3, 40), new BinomialSample(7, 44)), (new BinomialSample(0, 10), new BinomialSample(10, 10)), (new BinomialSample(1, 9_000), new BinomialSample(4_000, 9_000)),
            (new BinomialSample(300_000, 900_000), new BinomialSample(300_900, 900_000)),
        })
        {
            var there = ChanceToWin.OfRates(one, other);
            var back = ChanceToWin.OfRates(other, one);

            Assert.Equal(1, there.Chance + back.Chance, 9);
            Assert.Equal(Mean(one) - Mean(other), there.Risk - back.Risk, 9);
        }

        static double Mean(BinomialSample sample) => (sample.Hits + 1.0) / (sample.Trials + 2);
    }

    [Fact]
    public void OfRates_ManyRequests_ComesCloseToTheNormal()
    {
        var (one, other) = (new BinomialSample(50_000, 1_000_000), new BinomialSample(50_300, 1_000_000));
        var error = Math.Sqrt((0.05 * 0.95 / 1e6) + (0.0503 * 0.9497 / 1e6));
        var exact = ChanceToWin.OfRates(one, other);
        var normal = ChanceToWin.OfMeans(0.0003, error);

        Assert.Equal(normal.Chance, exact.Chance, 3);
        Assert.Equal(1, exact.Risk / normal.Risk, 2);
    }

    [Fact]
    public void OfMeans_ASurePrior_ShrinksTheChanceTowardsAHalf()
    {
        var flat = ChanceToWin.OfMeans(0.2, 0.1);
        var sure = ChanceToWin.OfMeans(0.2, 0.1, 0.01);

        Assert.InRange(sure.Chance, 0.5, flat.Chance);
        Assert.Equal(0.5, ChanceToWin.OfMeans(0, 0.1).Chance, 14);
        Assert.Equal(0.2, ChanceToWin.OfMeans(-0.2, 1e-6).Risk, 12);
    }

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, double.NaN)]
    public void OfMeans_OutsideItsBounds_IsRefused(double difference, double error, double prior) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChanceToWin.OfMeans(difference, error, prior));

    [Fact]
    public void OfRates_ASampleWithoutTrials_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChanceToWin.OfRates(new BinomialSample(1, 2), default));
}
