using CanaryConsole.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics;

public sealed class MannWhitneyTestTests
{
    [Fact]
    public void Compare_TheOtherWayRound_IsMirrored()
    {
        var random = new Random(19);
        foreach (var size in new[] { 7, 70 })
        {
            var one = Enumerable.Range(0, size).Select(_ => Normal.Sample(random, 0, 1)).ToArray();
            var other = Enumerable.Range(0, size + 2).Select(_ => Normal.Sample(random, 0.5, 1)).ToArray();
            var there = MannWhitneyTest.Compare(one, other, 0.95);
            var back = MannWhitneyTest.Compare(other, one, 0.95);

            Assert.Equal(size < 50, there.IsExact);
            Assert.Equal((there.P, -there.Shift), (back.P, back.Shift), (left, right) => Math.Abs(left.P - right.P) < 1e-14 && left.Item2 == right.Item2);
            Assert.Equal(new Interval(-there.Interval.High, -there.Interval.Low), back.Interval);
            Assert.True(there.Interval.Contains(there.Shift));
            Assert.True(MannWhitneyTest.Compare(one, other, 0.99).Interval.Width >= there.Interval.Width);
        }
    }

    [Fact]
    public void Compare_AThirdOfAMillionPairs_MovesWithTheShift()
    {
        var champion = Enumerable.Range(0, 600).Select(i => Math.Sin(i) * i).ToArray();
        var moved = MannWhitneyTest.Compare(champion, [.. champion.Select(value => value + 1024)], 0.95);

        Assert.Equal(1024, moved.Shift, 9);
        Assert.True(moved.Interval.Contains(1024) && moved.P < 1e-9);
    }

    [Fact]
    public void Compare_OnlyEqualValues_HasNoEvidence() =>
        Assert.Equal(new MannWhitneyResult(600, 1, false, 0, new Interval(0, 0)), MannWhitneyTest.Compare(new double[30], new double[40], 0.95));

    [Fact]
    public void Compare_TooFewToExcludeAnything_HasTheIntervalOfEverything()
    {
        Assert.Equal(new MannWhitneyResult(1, 1, true, 1, Interval.Everything), MannWhitneyTest.Compare([1], [2], 0.95));
        Assert.Equal(Interval.Everything, MannWhitneyTest.Compare([1, 2, 3], [4, 5, 6], 0.95).Interval);
        Assert.Equal(new Interval(1, 5), MannWhitneyTest.Compare([1, 2, 3], [4, 5, 6], 0.9).Interval);
    }

    [Fact]
    public void Compare_NoValuesOrNoNumbers_IsRefused()
    {
        Assert.StartsWith(
            "champion is empty; a sample holds at least 1 value.",
            Assert.Throws<ArgumentException>(() => MannWhitneyTest.Compare([], [1], 0.95)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MannWhitneyTest.Compare([1], [double.NaN], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => MannWhitneyTest.Compare([1], [2], 1));
    }
}
