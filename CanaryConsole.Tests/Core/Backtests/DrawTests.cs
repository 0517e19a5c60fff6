using CanaryConsole.Core.Backtests;

namespace CanaryConsole.Tests.Core.Backtests;

public class DrawTests
{
    [Theory]
    [InlineData(10, 0.3)]
    [InlineData(1_000, 0.001)]
    [InlineData(1_000, 0.9)]
    [InlineData(1_000_000, 0.25)]
    public void Binomial_ManyDraws_HaveItsMeanAndVariance(long trials, double probability)
    {
        var draw = new Draw(7);
        var draws = Enumerable.Range(0, 20_000).Select(_ => (double)draw.Binomial(trials, probability)).ToList();

        var (mean, variance) = (trials * probability, trials * probability * (1 - probability));
        Assert.All(draws, hits => Assert.InRange(hits, 0, trials));
        Assert.Equal(mean, draws.Average(), 4 * Math.Sqrt(variance / draws.Count));
        Assert.InRange(draws.Average(hits => (hits - mean) * (hits - mean)) / variance, 0.94, 1.06);
    }

    [Theory]
    [InlineData(100, 10, 40)]
    [InlineData(100, 60, 5)]
    public void Hypergeometric_ManyDraws_HaveItsMeanAndVariance(long all, long marked, long picked)
    {
        var draw = new Draw(7);
        var draws = Enumerable.Range(0, 20_000).Select(_ => (double)draw.Hypergeometric(all, marked, picked)).ToList();

        var mean = (double)marked * picked / all;
        var variance = mean * (all - marked) * (all - picked) / (all * (all - 1.0));
        Assert.All(draws, hits => Assert.InRange(hits, 0, Math.Min(marked, picked)));
        Assert.Equal(mean, draws.Average(), 4 * Math.Sqrt(variance / draws.Count));
        Assert.InRange(draws.Average(hits => (hits - mean) * (hits - mean)) / variance, 0.94, 1.06);
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(5, 1, 5)]
    public void Binomial_NothingToDraw_IsCertain(long trials, double probability, long expected) => Assert.Equal(expected, new Draw(1).Binomial(trials, probability));

    [Fact]
    public void Binomial_ProbabilityIsNotOne_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Draw(1).Binomial(5, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Draw(1).Binomial(-1, 0.5));
    }
}
