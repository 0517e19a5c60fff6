using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class QuantileEvidenceTests
{
    [Fact]
    public void QuantileEvidence_AnyWindows_IsTheMeanOfThreeShares()
    {
        var evidence = new QuantileEvidence(1.2, 50);
        var shares = new[] { new ShareEvidence(1.2, 50), new ShareEvidence(1.2, 50), new ShareEvidence(1.2, 50) };
        var random = new Random(5);

        for (var window = 0; window < 60; window++)
        {
            long[] challenger = [60, random.Next(20, 50), random.Next(5, 20), random.Next(5)];
            long[] champion = [540, random.Next(200, 300), random.Next(50, 80), random.Next(9)];
            evidence.Update(challenger.AsSpan(1), challenger[0], champion.AsSpan(1), champion[0]);
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i].Update(challenger[i + 1], challenger[0], champion[i + 1], champion[0]);
            }

            Assert.Equal(Math.Log(shares.Average(share => Math.Exp(share.LogEvidence))), evidence.LogEvidence, 1e-9);
            Assert.True(evidence.PeakLogEvidence >= evidence.LogEvidence);
        }
    }

    [Fact]
    public void QuantileEvidence_BothArmsSlowTogether_IsNoEvidence()
    {
        var evidence = new QuantileEvidence(1, 60);

        for (var window = 0; window < 60; window++)
        {
            evidence.Update([60, 55, 40], 60, [540, 495, 360], 540);
        }

        Assert.True(evidence.PeakLogEvidence < 0.1);
    }

    [Fact]
    public void QuantileEvidence_ArmWithoutRequests_IsSkipped()
    {
        var evidence = new QuantileEvidence(1, 60);

        evidence.Update([0, 0, 0], 0, [500, 400, 300], 540);

        Assert.Equal(0, evidence.LogEvidence);
    }

    [Fact]
    public void QuantileEvidence_SlowerAtAHigherThreshold_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileEvidence(1, 60).Update([10, 20, 0], 60, [10, 5, 1], 60));

    [Fact]
    public void QuantileEvidence_TwoThresholds_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new QuantileEvidence(1, 60).Update([10, 2], 60, [10, 5, 1], 60));
}
