using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

/// <summary>What the promise rests on: no form's evidence has a mean above what it was, whatever came before, by enumeration of everything that can happen.</summary>
public class EvidenceBoundTests
{
    private static readonly long[] Histories = [0, 1, 4];

    [Theory]
    [InlineData(0.01, 0.01, 1)]
    [InlineData(0.01, 0.002, 1)]
    [InlineData(0.5, 0.5, 1)]
    [InlineData(0.0001, 0.0001, 1)]
    public void RateEvidence_NextWindowUpToTheLimit_ExpectsNoMore(double limit, double rate, double most)
    {
        foreach (var before in Histories)
        {
            var evidence = new RateEvidence(limit, 3);
            for (var window = 0; window < 5; window++)
            {
                var now = evidence;
                var mean = Binomials.Mean(25, rate, bad => Ratio(now, bad));

                Assert.True(mean <= most + 1e-12);
                Assert.True(rate < limit || Math.Abs(mean - 1) < 1e-12);
                evidence.Update(before, 25);
            }
        }

        static double Ratio(RateEvidence evidence, int bad)
        {
            var before = evidence.LogEvidence;
            evidence.Update(bad, 25);
            return Math.Exp(evidence.LogEvidence - before);
        }
    }

    [Theory]
    [InlineData(10, 90)]
    [InlineData(3, 60)]
    [InlineData(40, 8)]
    public void ShareEvidence_BadRequestsFallingAsTheyMay_ExpectsNoMore(int challenger, int champion)
    {
        for (var bad = 0; bad <= challenger + champion; bad++)
        {
            var evidence = new ShareEvidence(1, 3);
            evidence.Update(Math.Min(1, challenger), challenger, 2, champion);
            var mean = Hypergeometrics(challenger, champion, bad).Sum(outcome => outcome.Probability * Ratio(evidence, outcome.Challenger, challenger, bad - outcome.Challenger, champion));

            Assert.True(mean <= 1 + 1e-12, $"{bad} bad: {mean}");
        }

        static double Ratio(ShareEvidence evidence, int bad, int requests, int championBad, int championRequests)
        {
            var before = evidence.LogEvidence;
            evidence.Update(bad, requests, championBad, championRequests);
            return Math.Exp(evidence.LogEvidence - before);
        }
    }

    [Fact]
    public void BettingEvidence_AnyClusteringAtTheLimit_ExpectsNoMore()
    {
        foreach (var atOnce in new[] { 1, 5, 50 })
        {
            // Either none is bad or so many at once, as often as makes one in a hundred.
            var evidence = new BettingEvidence(3);
            evidence.Update(1, 100, 0.01);
            var chance = 1.0 / atOnce;
            var mean = ((1 - chance) * Ratio(evidence, 0)) + (chance * Ratio(evidence, atOnce));

            Assert.Equal(1, mean, 1e-12);
        }

        static double Ratio(BettingEvidence evidence, long bad)
        {
            var before = evidence.LogEvidence;
            evidence.Update(bad, 100, 0.01);
            return Math.Exp(evidence.LogEvidence - before);
        }
    }

    [Theory]
    [InlineData(10, 90)]
    [InlineData(40, 8)]
    public void BettingEvidence_OfBothArms_ExpectsNoMore(int challenger, int champion)
    {
        for (var bad = 0; bad <= challenger + champion; bad++)
        {
            var mean = Hypergeometrics(challenger, champion, bad).Sum(outcome => outcome.Probability * After(outcome.Challenger, bad - outcome.Challenger));

            Assert.Equal(1, mean, 1e-9);
        }

        double After(long challengerBad, long championBad)
        {
            var evidence = new BettingEvidence(3);
            evidence.Update(challengerBad, challenger, championBad, champion);
            return Math.Exp(evidence.LogEvidence);
        }
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(6, 14)]
    [InlineData(14, 6)]
    public void SignEvidence_ArmsWithBurstsOfTheirOwn_ExpectsNoMore(int challenger, int baseline)
    {
        // Each arm's window is quiet or a burst, by its own luck.
        (double Chance, double Rate)[] moods = [(0.9, 0.02), (0.1, 0.6)];
        var mean = 0.0;
        foreach (var (mood, rate) in moods)
        {
            foreach (var (otherMood, otherRate) in moods)
            {
                mean += mood * otherMood * Binomials.Mean(challenger, rate, bad => Binomials.Mean(baseline, otherRate, otherBad => After(bad, otherBad)));
            }
        }

        Assert.Equal(1, mean, 1e-9);

        double After(int bad, int baselineBad)
        {
            var evidence = new SignEvidence(10);
            evidence.Update(bad, challenger, baselineBad, baseline);
            return Math.Exp(evidence.LogEvidence);
        }
    }

    private static IEnumerable<(int Challenger, double Probability)> Hypergeometrics(int challenger, int champion, int bad) =>
        from hits in Enumerable.Range(Math.Max(0, bad - champion), Math.Min(bad, challenger) - Math.Max(0, bad - champion) + 1)
        select (hits, Binomials.Hypergeometric(hits, challenger + champion, bad, challenger));
}
