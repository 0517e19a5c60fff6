using CanaryConsole.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class MeanTests
{
    private static readonly double[] Champion = [4.1, 5.2, 3.9, 4.4, 6.1, 5.0];
    private static readonly double[] Challenger = [5.9, 6.2, 4.9, 7.4];

    [Fact]
    public void Moments_MergedOrSummedUpElsewhere_AreThoseOfAll()
    {
        var merged = Moments.Of(Champion);
        merged.Merge(Moments.Of(Challenger));
        merged.Merge(default);
        var all = Moments.Of([.. Champion, .. Challenger]);
        var told = Moments.From(all.Count, all.Mean, all.Variance);

        Assert.Equal(10, merged.Count);
        Assert.Equal(all.Mean, merged.Mean, 12);
        Assert.Equal(all.Variance, merged.Variance, 12);
        Assert.Equal(all.Variance, told.Variance, 12);
        Assert.Equal((0, 0.0, 0.0), (default(Moments).Count, default(Moments).Mean, default(Moments).Variance));
    }

    [Fact]
    public void Welch_TheOtherWayRound_IsMirroredAndNestedInItsLevel()
    {
        var (one, other) = (Moments.Of(Champion), Moments.Of(Challenger));
        var there = WelchTest.Difference(one, other, 0.95);
        var back = WelchTest.Difference(other, one, 0.95);

        Assert.Equal((-back.Difference, -back.T, back.P), (there.Difference, there.T, there.P));
        Assert.Equal(-back.Interval.High, there.Interval.Low, 12);
        Assert.True(WelchTest.Difference(one, other, 0.99).Interval.Low < there.Interval.Low);
        Assert.Equal(!there.Interval.Contains(0), there.P < 0.05);
    }

    [Fact]
    public void Welch_Relative_DoesNotHangOnTheUnit()
    {
        var inSeconds = WelchTest.Relative(Moments.Of(Champion), Moments.Of(Challenger), 0.95)!.Value;
        var inMilliseconds = WelchTest.Relative(
            Moments.Of([.. Champion.Select(value => 1000 * value)]), Moments.Of([.. Challenger.Select(value => 1000 * value)]), 0.95)!.Value;

        Assert.Equal(inSeconds.Difference, inMilliseconds.Difference, 12);
        Assert.Equal(inSeconds.Interval.High, inMilliseconds.Interval.High, 12);
        Assert.Null(WelchTest.Relative(Moments.Of([-1, 1]), Moments.Of(Challenger), 0.95));
    }

    [Fact]
    public void Welch_WithoutVariance_SaysNothing() => Assert.Equal(
        new WelchResult(1, 0, 3, 0, 1, Interval.Everything), WelchTest.Difference(Moments.Of([2, 2, 2]), Moments.Of([3, 3]), 0.95));

    [Fact]
    public void Means_OfTooFewOrOfNoNumbers_AreRefused()
    {
        Assert.StartsWith(
            "champion has 1 values; a variance needs at least 2.",
            Assert.Throws<ArgumentException>(() => WelchTest.Difference(Moments.Of([1]), Moments.Of(Challenger), 0.95)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Moments.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Moments.From(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Moments.From(1, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WelchTest.Difference(Moments.Of(Champion), Moments.Of(Challenger), double.NaN));
    }

    [Fact]
    public void Cuped_AStrongCovariate_LeavesTheDifferenceAndTakesTheVariance()
    {
        var random = new Random(17);
        var arms = new CovariateMoments[2];
        for (var i = 0; i < 4000; i++)
        {
            var before = Normal.Sample(random, 50, 10);
            arms[i % 2].Add(before + (i % 2) + Normal.Sample(random, 0, 2), before);
        }

        var adjusted = Cuped.Adjust(arms[0], arms[1]);
        var difference = WelchTest.Difference(adjusted.Champion, adjusted.Challenger, 0.95);

        Assert.Equal(1, adjusted.Theta, 1);
        Assert.InRange(adjusted.VarianceReduction, 0.94, 0.98);
        Assert.InRange(difference.Difference, 0.8, 1.2);
        Assert.True(difference.StandardError < 0.25 * WelchTest.Difference(arms[0].Outcome, arms[1].Outcome, 0.95).StandardError);
    }

    [Fact]
    public void Cuped_MergedArms_AreThoseOfAll()
    {
        var (whole, part, rest) = (default(CovariateMoments), default(CovariateMoments), default(CovariateMoments));
        for (var i = 0; i < 9; i++)
        {
            whole.Add(i * i, i);
            (i < 4 ? ref part : ref rest).Add(i * i, i);
        }

        part.Merge(rest);
        part.Merge(default);

        Assert.Equal(whole.Covariance, part.Covariance, 12);
        Assert.Equal(whole.Outcome.Variance, part.Outcome.Variance, 12);
        Assert.Equal(60, whole.Covariance, 12);
    }

    [Fact]
    public void Cuped_ACovariateThatIsAlwaysTheSame_AdjustsNothing()
    {
        var arm = default(CovariateMoments);
        arm.Add(1, 5);
        arm.Add(2, 5);
        var adjusted = Cuped.Adjust(arm, arm);

        Assert.Equal((0, 0), (adjusted.Theta, adjusted.VarianceReduction));
        Assert.Equal((arm.Outcome.Mean, arm.Outcome.Variance), (adjusted.Champion.Mean, adjusted.Champion.Variance));
        Assert.Throws<ArgumentException>(() => Cuped.Adjust(default, arm));
        Assert.Throws<ArgumentOutOfRangeException>(() => arm.Add(1, double.NaN));
    }
}
