using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class DispersionIndexTests
{
    [Fact]
    public void DispersionIndex_EqualWindows_IsVarianceOverMean()
    {
        long[] bad = [3, 0, 7, 1, 0, 12, 2];
        var index = new DispersionIndex();

        foreach (var one in bad)
        {
            index.Update(one, 600);
        }

        var mean = bad.Average();
        Assert.Equal(bad.Sum(one => (one - mean) * (one - mean)) / (bad.Length - 1) / mean, index.Value!.Value, 1e-12);
        Assert.True(index.IsClustered);
    }

    [Fact]
    public void DispersionIndex_WindowsOfOtherSizesAtOneRate_AreNotClustered()
    {
        var index = new DispersionIndex();

        for (var i = 0; i < 50; i++)
        {
            index.Update(1, 100);
            index.Update(10, 1_000);
        }

        Assert.Equal(0, index.Value!.Value, 1e-12);
    }

    [Fact]
    public void DispersionIndex_IndependentRequests_IsAboutOne()
    {
        var index = new DispersionIndex();
        var random = new Random(7);

        for (var i = 0; i < 2_000; i++)
        {
            index.Update(Binomials.Draw(random, 600, 0.01), 600);
        }

        Assert.Equal(1, index.Value!.Value, 0.1);
        Assert.False(index.IsClustered);
    }

    [Fact]
    public void DispersionIndex_NothingToTellItFrom_IsUnknown()
    {
        var index = new DispersionIndex();
        index.Update(4, 100);
        index.Update(0, 0);

        Assert.Equal(1, index.Windows);
        Assert.Null(index.Value);
        Assert.False(index.IsClustered);
    }

    [Fact]
    public void DispersionIndex_CountsThatCannotBe_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => default(DispersionIndex).Update(2, 1));
}
