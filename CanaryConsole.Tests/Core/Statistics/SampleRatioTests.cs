using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class SampleRatioTests
{
    [Fact]
    public void Test_ASplitAsItWasSet_HasNoEvidence()
    {
        Assert.Equal(new SampleRatioResult(1, 0), SampleRatioTest.Test([950, 50], [0.95, 0.05]));
        Assert.Equal(1, SampleRatioTest.Test([990, 10], [0.99, 0.01]).P);
    }

    [Fact]
    public void Test_AShareBelowTwoPercentOrFewRequests_IsExactWhicheverArmItIs()
    {
        var exact = SampleRatioTest.Test([9_960, 40], [0.99, 0.01]);

        Assert.Null(exact.ChiSquare);
        Assert.Equal(exact, SampleRatioTest.Test([40, 9_960], [0.01, 0.99]));
        Assert.True(exact.P < 1e-9);
        Assert.Null(SampleRatioTest.Test([15, 3], [0.5, 0.5]).ChiSquare);
        Assert.Null(SampleRatioTest.Test([0, 3], [0.99, 0.01]).ChiSquare);
        Assert.NotNull(SampleRatioTest.Test([150, 30], [0.5, 0.5]).ChiSquare);
    }

    [Theory]
    [InlineData(new long[] { 1, 2 }, new[] { 1.0 })]
    [InlineData(new long[] { 1 }, new[] { 1.0 })]
    [InlineData(new long[] { 1, 2 }, new[] { 0.5, 0.4 })]
    [InlineData(new long[] { 1, 2 }, new[] { 0.5, double.NaN })]
    [InlineData(new long[] { 1, 2 }, new[] { 1.5, -0.5 })]
    [InlineData(new long[] { 1, 2, 3 }, new[] { 0.5, 0.5 })]
    [InlineData(new long[] { 1, -2 }, new[] { 0.5, 0.5 })]
    [InlineData(new long[] { 0, 0 }, new[] { 0.5, 0.5 })]
    public void Test_OutsideItsBounds_IsRefused(long[] counts, double[] shares) => Assert.ThrowsAny<ArgumentException>(() => SampleRatioTest.Test(counts, shares));

    [Fact]
    public void Sequential_OutsideItsBounds_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new SequentialSampleRatio([0.5, 0.6]));
        Assert.ThrowsAny<ArgumentException>(() => new SequentialSampleRatio([0.5, 0.5], 0));
        Assert.ThrowsAny<ArgumentException>(() => new SequentialSampleRatio([0.5, 0.5]).Look([1, -1]));
        Assert.ThrowsAny<ArgumentException>(() => new SequentialSampleRatio([0.5, 0.5]).Look([1]));
    }

    [Fact]
    public void Sequential_AWrongSplit_IsFoundAndStaysFound()
    {
        var test = new SequentialSampleRatio([0.95, 0.05]);
        test.Look([0, 0]);
        Assert.Equal(1, test.P, 12);

        test.Look([18_400, 1_600]);
        var found = test.P;
        test.Look([950_000, 50_000]);

        Assert.True(found < 1e-9);
        Assert.Equal(found, test.P);
        Assert.True(test.LogBayesFactor < 0);
    }

    [Fact]
    public void Sequential_LookedAtAfterEveryRequestOfARightSplit_IsFooledAsRarelyAsItSays()
    {
        var random = new Random(23);
        var fooled = 0;
        for (var repetition = 0; repetition < 200; repetition++)
        {
            var test = new SequentialSampleRatio([0.9, 0.1], 100);
            var counts = new long[2];
            for (var n = 0; n < 1000; n++)
            {
                counts[random.NextDouble() < 0.1 ? 1 : 0]++;
                test.Look(counts);
            }

            fooled += test.P <= 0.1 ? 1 : 0;
        }

        // At most 10 % of 200, and two deviations of 4 for chance.
        Assert.InRange(fooled, 1, 28);
    }
}
