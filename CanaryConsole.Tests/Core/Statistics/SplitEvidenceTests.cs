using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class SplitEvidenceTests
{
    [Theory]
    [InlineData(0.013, 7)]
    [InlineData(0.001, 12)]
    [InlineData(0.5, 9)]
    [InlineData(0.98, 5)]
    public void SplitEvidence_AllOutcomesOfTheExpectedShare_HaveAMeanOfOne(double share, int requests) =>
        Assert.Equal(1, Binomials.Mean(requests, share, bad => Math.Exp(After(bad, requests, share))), 1e-12);

    [Theory]
    [InlineData(0.02, 0.02)]
    [InlineData(0.02, 0.03)]
    [InlineData(0.02, 0.0134)]
    public void SplitEvidence_ShareWithinTheTolerance_HasAMeanOfAtMostOne(double expected, double actual) =>
        Assert.InRange(Binomials.Mean(40, actual, bad => Math.Exp(After(bad, 40, expected, tolerance: 1.6))), 0, 1);

    [Theory]
    [InlineData(200, 10_000, 0.01)]
    [InlineData(50, 10_000, 0.01)]
    [InlineData(0, 1_500, 0.01)]
    public void SplitEvidence_TwiceHalfOrNoneOfTheShare_IsConclusive(long challenger, long requests, double share) =>
        Assert.True(After(challenger, requests, share) > Math.Log(100));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void SplitEvidence_NothingLeftToChance_SaysNothing(double share) => Assert.Equal(0, After(5, 10, share));

    [Theory]
    [InlineData(-1, 10, 0.1)]
    [InlineData(11, 10, 0.1)]
    [InlineData(1, -10, 0.1)]
    [InlineData(1, 10, -0.1)]
    [InlineData(1, 10, 1.1)]
    [InlineData(1, 10, double.NaN)]
    public void SplitEvidence_ValuesOutside_AreRefused(long challenger, long requests, double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => After(challenger, requests, share));

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void SplitEvidence_ToleranceOutside_IsRefused(double tolerance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitEvidence(10, tolerance));

    private static double After(long challenger, long requests, double share, double tolerance = 1)
    {
        var evidence = new SplitEvidence(plannedWindows: 10, tolerance);
        evidence.Update(challenger, requests, share);
        return evidence.LogEvidence;
    }
}
