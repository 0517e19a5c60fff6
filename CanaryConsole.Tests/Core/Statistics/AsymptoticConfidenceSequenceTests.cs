using CanaryConsole.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class AsymptoticConfidenceSequenceTests
{
    [Theory]
    [InlineData(0.02, 0.004, 900)]
    [InlineData(-0.02, 0.004, 900)]
    [InlineData(0.02, 0.01, 900)]
    public void P_AtAlpha_SaysWhatTheIntervalSays(double estimate, double error, long observations)
    {
        foreach (var alpha in new[] { 0.001, 0.01, 0.05, 0.2 })
        {
            var two = AsymptoticConfidenceSequence.TwoSided(estimate, error, observations, alpha);
            var one = AsymptoticConfidenceSequence.OneSided(estimate, error, observations, alpha);

            Assert.True(two.Interval.Contains(estimate) && one.Interval.Contains(estimate));
            Assert.Equal(!two.Interval.Contains(0), two.P <= alpha);
            Assert.Equal(!one.Interval.Contains(0), one.P <= alpha);
            Assert.Equal(double.PositiveInfinity, one.Interval.High);
        }
    }

    [Fact]
    public void TwoSided_TheOtherWayRound_IsItsMirrorImage()
    {
        var (interval, p) = AsymptoticConfidenceSequence.TwoSided(0.3, 0.1, 400, 0.05);

        Assert.Equal(new SequentialEstimate(new Interval(-interval.High, -interval.Low), p), AsymptoticConfidenceSequence.TwoSided(-0.3, 0.1, 400, 0.05));
        Assert.True(interval.Width > AsymptoticConfidenceSequence.TwoSided(0.3, 0.1, 400, 0.1).Interval.Width);
        Assert.True(interval.Width > 2 * 1.96 * 0.1);
    }

    [Fact]
    public void Interval_WithoutVariance_SaysNothing()
    {
        Assert.Equal(new SequentialEstimate(Interval.Everything, 1), AsymptoticConfidenceSequence.TwoSided(0.3, 0, 400, 0.05));
        Assert.Equal(new SequentialEstimate(Interval.Everything, 1), AsymptoticConfidenceSequence.OneSided(0.3, 0, 400, 0.05));
    }

    [Theory]
    [InlineData(double.NaN, 1, 1, 0.05, 5000)]
    [InlineData(0, double.NaN, 1, 0.05, 5000)]
    [InlineData(0, -1, 1, 0.05, 5000)]
    [InlineData(0, 1, 0, 0.05, 5000)]
    [InlineData(0, 1, 1, 0, 5000)]
    [InlineData(0, 1, 1, 1, 5000)]
    [InlineData(0, 1, 1, double.NaN, 5000)]
    [InlineData(0, 1, 1, 0.05, 0)]
    public void Interval_OfWhatIsOutsideItsBounds_IsRefused(double estimate, double error, long observations, double alpha, double tuning)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticConfidenceSequence.TwoSided(estimate, error, observations, alpha, tuning));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticConfidenceSequence.OneSided(estimate, error, observations, alpha, tuning));
    }

    [Fact]
    public void OneSided_AlphaOfAHalf_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymptoticConfidenceSequence.OneSided(0, 1, 1, 0.5));

    [Fact]
    public void Intervals_LookedAtAllTheTime_HoldTheTruthTogether()
    {
        var random = new Random(5);
        var (missed, missedBelow) = (0, 0);
        for (var repetition = 0; repetition < 200; repetition++)
        {
            double sum = 0;
            double squares = 0;
            var (miss, below) = (false, false);
            for (var n = 1; n <= 1000; n++)
            {
                var value = Normal.Sample(random, 0, 1);
                sum += value;
                squares += value * value;
                if (n < 100)
                {
                    continue;
                }

                var error = Math.Sqrt((squares - (sum * sum / n)) / (n - 1) / n);
                miss |= !AsymptoticConfidenceSequence.TwoSided(sum / n, error, n, 0.05, 500).Interval.Contains(0);
                below |= !AsymptoticConfidenceSequence.OneSided(sum / n, error, n, 0.05, 500).Interval.Contains(0);
            }

            missed += miss ? 1 : 0;
            missedBelow += below ? 1 : 0;
        }

        // At most 5 % of 200, and two deviations of 3 for chance.
        Assert.InRange(missed, 1, 16);
        Assert.InRange(missedBelow, 1, 16);
    }
}
