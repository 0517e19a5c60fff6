using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class BinomialTailTests
{
    [Theory]
    [InlineData(7, 60, 0.01)]
    [InlineData(61, 6_000, 0.01)]
    [InlineData(60_001, 6_000_000, 0.01)]
    [InlineData(59_000, 6_000_000, 0.01)]
    [InlineData(62_000, 6_000_000, 0.01)]
    [InlineData(10_000_001, 1_000_000_000, 0.01, 1e-5)]
    [InlineData(500, 1_000, 0.5)]
    [InlineData(999, 1_000, 0.5)]
    public void BinomialTail_ManyTrials_IsTheSumOfItsTerms(long hits, long trials, double probability, double tolerance = 1e-8)
    {
        var (below, atLeast) = Sums(hits, trials, probability);

        Assert.Equal(1, BinomialTail.AtLeast(hits, trials, probability) / atLeast, tolerance);
        Assert.Equal(1, BinomialTail.Below(hits, trials, probability) / below, tolerance);
    }

    [Fact]
    public void BinomialTail_NothingHit_IsCertain()
    {
        Assert.Equal(1, BinomialTail.AtLeast(0, 5, 0.3));
        Assert.Equal(0, BinomialTail.Below(0, 5, 0.3));
    }

    // Terms from the most likely one outwards, each from the one before: no special function is asked.
    private static (double Below, double AtLeast) Sums(long hits, long trials, double probability)
    {
        var odds = probability / (1 - probability);
        var mode = (long)((trials + 1) * probability);
        double below = 0, atLeast = 0;
        var term = 1.0;
        for (var k = mode; k <= trials && term > 1e-320; k++)
        {
            (below, atLeast) = k < hits ? (below + term, atLeast) : (below, atLeast + term);
            term *= odds * (trials - k) / (k + 1);
        }

        term = 1.0;
        for (var k = mode; k > 0 && term > 1e-320; k--)
        {
            term *= k / (odds * (trials - k + 1));
            (below, atLeast) = k - 1 < hits ? (below + term, atLeast) : (below, atLeast + term);
        }

        return (below / (below + atLeast), atLeast / (below + atLeast));
    }
}
