using CanaryConsole.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class MixtureSprtTests
{
    [Fact]
    public void P_OverLooks_NeverRises()
    {
        var test = new MixtureSprt(0.1);
        Assert.Equal((0, 1), (test.LogRatio, test.P));

        test.Look(0.5, 0.01);
        var p = test.P;
        test.Look(0.0, 0.001);

        Assert.True(test.LogRatio < 0);
        Assert.Equal(p, test.P);
        Assert.Equal(Math.Exp(-test.PeakLogRatio), p);
    }

    [Fact]
    public void Look_WithoutVariance_ChangesNothing()
    {
        var test = new MixtureSprt(0.1);
        test.Look(0.5, 0);

        Assert.Equal(new MixtureSprt(0.1), test);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(0, -1)]
    public void Look_AtWhatIsNoNumber_IsRefused(double difference, double variance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureSprt(0.1).Look(difference, variance));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Prior_OutsideItsBounds_IsRefused(double tau) => Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureSprt(tau));

    [Fact]
    public void P_LookedAtAllTheTimeWithoutADifference_IsLowAsOftenAsItMay()
    {
        var random = new Random(3);
        var fooled = 0;
        for (var repetition = 0; repetition < 500; repetition++)
        {
            var test = new MixtureSprt(0.2);
            double sum = 0;
            for (var n = 1; n <= 500; n++)
            {
                sum += Normal.Sample(random, 0, 1);
                test.Look(sum / n, 1.0 / n);
            }

            fooled += test.P <= 0.05 ? 1 : 0;
        }

        // At most 5 % of 500, and two deviations of 5 for chance.
        Assert.InRange(fooled, 1, 35);
    }
}
