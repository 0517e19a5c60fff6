using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class PercentileBitEvidenceTests
{
    [Fact]
    public void PercentileBitEvidence_SlowRequestsOfEveryCount_AgreeWithTheNearestRank()
    {
        for (var requests = 1; requests <= 2_000; requests++)
        {
            var rank = ((99 * requests) + 99) / 100;

            Assert.Equal(requests - rank + 1, PercentileBitEvidence.SlowNeeded(0.99, requests));
        }
    }

    [Theory]
    [InlineData(1, 0.99)]
    [InlineData(60, 0.99)]
    [InlineData(250, 0.99)]
    [InlineData(250, 0.5)]
    [InlineData(100, 0.999)]
    public void PercentileBitEvidence_AllOutcomesAtTheLimit_HaveAMeanOfOne(int requests, double percentile)
    {
        var needed = PercentileBitEvidence.SlowNeeded(percentile, requests);

        Assert.Equal(1, Binomials.Mean(requests, 1 - percentile, slow => Math.Exp(After(slow >= needed, requests, percentile))), 1e-9);
    }

    [Fact]
    public void PercentileBitEvidence_NothingButBadMinutes_SpeaksInSixToEight()
    {
        var evidence = new PercentileBitEvidence(0.99, 1_440);
        var minutes = 0;

        while (evidence.LogEvidence < Math.Log(100))
        {
            evidence.Update(above: true, 600);
            minutes++;
        }

        Assert.InRange(minutes, 6, 8);
    }

    [Fact]
    public void PercentileBitEvidence_MillionsOfRequestsAMinute_StaysFinite()
    {
        var evidence = new PercentileBitEvidence(0.99, 1_440);

        for (var i = 0; i < 100; i++)
        {
            evidence.Update(above: i % 10 == 0, 60_000_000);
        }

        Assert.True(double.IsFinite(evidence.LogEvidence));
        Assert.True(evidence.LogEvidence < 0);
    }

    [Fact]
    public void PercentileBitEvidence_NoRequests_SaysNothing() => Assert.Equal(0, After(true, 0, 0.99));

    [Fact]
    public void PercentileBitEvidence_NegativeRequests_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => After(true, -1, 0.99));

    private static double After(bool above, long requests, double percentile)
    {
        var evidence = new PercentileBitEvidence(percentile, 1_440);
        evidence.Update(above, requests);
        return evidence.LogEvidence;
    }
}
