using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class ProportionTests
{
    private static readonly (long Hits, long Trials)[] Counts = [(0, 1), (1, 1), (0, 300), (2, 300), (150, 300), (300, 300), (1_000, 1_000_000)];

    private static readonly Func<BinomialSample, double, Interval>[] Kinds =
        [WilsonInterval.Of, ClopperPearsonInterval.Of, (sample, level) => BernoulliConfidenceSequence.Of(sample, 1 - level)];

    [Fact]
    public void Intervals_OfARate_HoldItGrowWithTheLevelAndMirror()
    {
        foreach (var kind in Kinds)
        {
            foreach (var (hits, trials) in Counts)
            {
                var sample = new BinomialSample(hits, trials);
                var narrow = kind(sample, 0.8);
                var wide = kind(sample, 0.99);
                var mirrored = kind(new BinomialSample(trials - hits, trials), 0.8);

                Assert.True(narrow.Contains(sample.Rate));
                Assert.True(wide.Low <= narrow.Low && narrow.High <= wide.High && wide is { Low: >= 0, High: <= 1 });
                Assert.Equal(narrow.Low, 1 - mirrored.High, 12);
                Assert.Equal(narrow.High, 1 - mirrored.Low, 12);
            }
        }
    }

    [Fact]
    public void ClopperPearson_HoldsTheRate_AtLeastAsOftenAsItSays()
    {
        const int Trials = 40;
        for (var rate = 0.01; rate < 1; rate += 0.01)
        {
            var held = Enumerable.Range(0, Trials + 1)
                .Where(hits => ClopperPearsonInterval.Of(new BinomialSample(hits, Trials), 0.9).Contains(rate))
                .Sum(hits => BinomialTail.AtLeast(hits, Trials, rate) - (hits == Trials ? 0 : BinomialTail.AtLeast(hits + 1, Trials, rate)));

            Assert.True(held >= 0.9 - 1e-12, $"{held} at {rate}");
        }
    }

    [Fact]
    public void Differences_TheOtherWayRound_AreMirrored()
    {
        foreach (var (hits, trials) in Counts)
        {
            foreach (var (otherHits, otherTrials) in Counts)
            {
                var (one, other) = (new BinomialSample(hits, trials), new BinomialSample(otherHits, otherTrials));
                var interval = NewcombeInterval.Of(one, other, 0.95);
                var back = NewcombeInterval.Of(other, one, 0.95);
                var test = TwoProportionTest.Compare(one, other, 0.95);

                Assert.True(interval.Contains(other.Rate - one.Rate) && test.Interval.Contains(test.Difference) && interval is { Low: >= -1, High: <= 1 });
                Assert.Equal(-back.High, interval.Low, 14);
                Assert.Equal(-test.Z, TwoProportionTest.Compare(other, one, 0.95).Z, 12);
            }
        }
    }

    [Theory]
    [InlineData(0, 50, 0, 80)]
    [InlineData(50, 50, 80, 80)]
    public void TwoProportion_WithoutVariance_SaysNothing(long hits, long trials, long otherHits, long otherTrials) => Assert.Equal(
        new TwoProportionResult(0, 0, 1, new Interval(-1, 1)),
        TwoProportionTest.Compare(new BinomialSample(hits, trials), new BinomialSample(otherHits, otherTrials), 0.95));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Sample_OutsideItsBounds_IsRefused(long hits, long trials) => Assert.Throws<ArgumentOutOfRangeException>(() => new BinomialSample(hits, trials));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Level_OutsideItsBounds_IsRefused(double level)
    {
        var sample = new BinomialSample(1, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(sample, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearsonInterval.Of(sample, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewcombeInterval.Of(sample, sample, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionTest.Compare(sample, sample, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => BernoulliConfidenceSequence.Of(sample, level));
    }

    [Fact]
    public void Sample_TheDefaultOne_IsRefusedInOneSentence() => Assert.StartsWith(
        "champion is empty; a sample has at least 1 trial.",
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionTest.Compare(default, new BinomialSample(1, 2), 0.95)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.3)]
    public void BernoulliSequence_LookedAtAfterEveryRequest_HoldsTheRateTogether(double rate)
    {
        var random = new Random(13);
        var missed = 0;
        for (var repetition = 0; repetition < 100; repetition++)
        {
            var hits = 0;
            var miss = false;
            for (var n = 1; n <= 400 && !miss; n++)
            {
                hits += random.NextDouble() < rate ? 1 : 0;
                miss = !BernoulliConfidenceSequence.Of(new BinomialSample(hits, n), 0.1).Contains(rate);
            }

            missed += miss ? 1 : 0;
        }

        // At most 10 % of 100, and two deviations of 3 for chance.
        Assert.InRange(missed, 0, 16);
    }
}
