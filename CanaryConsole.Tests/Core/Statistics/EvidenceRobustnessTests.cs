using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

/// <summary>What every form owes whatever it is given: no allocation, no blindness after health, no overflow, no NaN, no window counted that says nothing.</summary>
public class EvidenceRobustnessTests
{
    private static readonly double Conclusive = Math.Log(100);

    [Fact]
    public void Evidence_AnyForm_AllocatesNothingPerUpdate()
    {
        var rate = new RateEvidence(0.01, 100);
        var share = new ShareEvidence(1.5, 100);
        var betting = new BettingEvidence(100);
        var sign = new SignEvidence(100);
        var bits = new PercentileBitEvidence(0.99, 100);
        var split = new SplitEvidence(100, 1.1);
        var quantile = new QuantileEvidence(1, 100);
        var dispersion = new DispersionIndex();
        long[] slow = [30, 6, 1];

        Assert.All<Action<int>>(
            [
                i => rate.Update(i % 3, 60),
                i => share.Update(i % 3, 60, 1, 540),
                i => betting.Update(i % 3, 60, 0.01),
                i => betting.Update(i % 3, 60, 1, 540),
                i => sign.Update(i % 3, 60, 1, 540),
                i => bits.Update(i % 2 == 0, 60),
                _ => split.Update(60, 600, 0.1),
                _ => quantile.Update(slow, 60, slow, 60),
                i => dispersion.Update(i % 3, 60),
                _ => EvidenceMerge.Mean([rate.LogEvidence, share.LogEvidence]),
            ],
            update => Assert.Equal(0, Allocated(update)));
    }

    [Theory]
    [InlineData(20_160, 600)]
    [InlineData(20_160, 60_000)]
    [InlineData(60, 600)]
    [InlineData(60, 60_000)]
    public void RateEvidence_TwentyThousandHealthyWindows_StillSeesAStep(int plannedWindows, int requests)
    {
        var evidence = new RateEvidence(0.01, plannedWindows);

        for (var window = 0; window < 20_000; window++)
        {
            evidence.Update(requests / 1_000, requests);
        }

        Assert.True(evidence.LogEvidence <= 0);
        evidence.Update(requests / 20, requests);
        evidence.Update(requests / 20, requests);
        Assert.True(evidence.LogEvidence > Conclusive, $"{evidence.LogEvidence}");
    }

    [Fact]
    public void ShareEvidence_SixHealthyHours_SeesAStepWithinThreeMinutes()
    {
        var evidence = new ShareEvidence(1, 1_440);
        for (var minute = 0; minute < 360; minute++)
        {
            evidence.Update(minute % 5 == 0 ? 3 : 0, 600, 5, 5_400);
        }

        Assert.True(evidence.LogEvidence <= 0.5);
        for (var minute = 0; minute < 3; minute++)
        {
            evidence.Update(6, 600, 5, 5_400);
        }

        Assert.True(evidence.LogEvidence > Conclusive);
    }

    [Fact]
    public void SignAndBettingEvidence_SixHealthyHours_StillSeeAStep()
    {
        var sign = new SignEvidence(1_440);
        var betting = new BettingEvidence(1_440);
        for (var minute = 0; minute < 360; minute++)
        {
            var bad = minute % 2 == 0 ? 1 : 0;
            sign.Update(bad, 600, 1 - bad, 600);
            betting.Update(bad, 600, 0.01);
        }

        for (var minute = 0; minute < 22; minute++)
        {
            sign.Update(30, 600, 1, 600);
            betting.Update(30, 600, 0.01);
        }

        Assert.True(sign.LogEvidence > Conclusive);
        Assert.True(betting.LogEvidence > Conclusive);
    }

    [Fact]
    public void Evidence_HugeCounts_StaysFinite()
    {
        var rate = new RateEvidence(0.01, 10);
        var share = new ShareEvidence(1e300, 10);
        var betting = new BettingEvidence(10);
        var sign = new SignEvidence(10);
        var split = new SplitEvidence(10);
        var dispersion = new DispersionIndex();
        foreach (var bad in new[] { long.MaxValue, 0, 1, long.MaxValue })
        {
            rate.Update(bad, long.MaxValue);
            share.Update(bad, long.MaxValue, bad, long.MaxValue);
            betting.Update(bad, long.MaxValue, long.MaxValue, long.MaxValue);
            sign.Update(bad, long.MaxValue, 1, long.MaxValue);
            sign.Update(bad / 2, long.MaxValue / 2, long.MaxValue / 3, long.MaxValue);
            split.Update(bad, long.MaxValue, 1e-9);
            dispersion.Update(bad, long.MaxValue);
        }

        Assert.All(
            [rate.LogEvidence, share.LogEvidence, betting.LogEvidence, sign.LogEvidence, split.LogEvidence, dispersion.Value!.Value],
            one => Assert.True(double.IsFinite(one)));
    }

    [Fact]
    public void Evidence_ArmWithoutRequests_ChangesNothing()
    {
        var share = new ShareEvidence(1, 10);
        var betting = new BettingEvidence(10);
        var sign = new SignEvidence(10);
        var rate = new RateEvidence(0.01, 10);

        share.Update(0, 0, 5, 100);
        share.Update(5, 100, 0, 0);
        betting.Update(0, 0, 5, 100);
        betting.Update(5, 100, 0, 0);
        betting.Update(0, 0, 0.1);
        sign.Update(5, 100, 0, 0);
        sign.Update(0, 100, 0, 50);
        rate.Update(0, 0);

        Assert.All([share.LogEvidence, betting.LogEvidence, sign.LogEvidence, rate.LogEvidence], one => Assert.Equal(0, one));
    }

    [Fact]
    public void Evidence_CountsThatCannotBe_AreRefused()
    {
        foreach (var (bad, requests) in new[] { (-1L, 10L), (11L, 10L), (0L, -1L) })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateEvidence(0.01, 10).Update(bad, requests));
            Assert.Throws<ArgumentOutOfRangeException>(() => new ShareEvidence(1, 10).Update(bad, requests, 0, 10));
            Assert.Throws<ArgumentOutOfRangeException>(() => new ShareEvidence(1, 10).Update(0, 10, bad, requests));
            Assert.Throws<ArgumentOutOfRangeException>(() => new BettingEvidence(10).Update(bad, requests, 0.1));
            Assert.Throws<ArgumentOutOfRangeException>(() => new BettingEvidence(10).Update(0, 10, bad, requests));
            Assert.Throws<ArgumentOutOfRangeException>(() => new SignEvidence(10).Update(bad, requests, 0, 10));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Evidence_RatesOutside_AreRefused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateEvidence(rate, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BettingEvidence(10).Update(0, 10, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PercentileBitEvidence(rate, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => OddsAlternatives.LogFactors(0, 1, rate, new double[OddsAlternatives.Count]));
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Evidence_MarginsOutside_AreRefused(double margin)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareEvidence(margin, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileEvidence(margin, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BettingEvidence(10).Update(0, 1, 0, 1, margin));
    }

    [Fact]
    public void ShareEvidence_ChampionAllButGone_IsNeitherRefusedNorCertain()
    {
        var evidence = new ShareEvidence(1, 10);

        evidence.Update(1_000, long.MaxValue, 0, 1);

        Assert.Equal(0, evidence.LogEvidence, 1e-9);
    }

    private static long Allocated(Action<int> update)
    {
        // What is made once, on first use, is made by then.
        update(0);
        update(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            update(i);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
