using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class EvidenceMergeTests
{
    [Fact]
    public void EvidenceMerge_Mean_IsThatOfTheProcesses() => Assert.Equal(Math.Log(34), EvidenceMerge.Mean([Math.Log(100), Math.Log(2), double.NegativeInfinity]), 1e-12);

    [Fact]
    public void EvidenceMerge_Strongest_NeedsOneToReachItsPart() => Assert.Equal(Math.Log(50), EvidenceMerge.Strongest([Math.Log(100), -9_000]), 1e-12);

    [Fact]
    public void EvidenceMerge_None_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => EvidenceMerge.Mean([]));
        Assert.Throws<ArgumentException>(() => EvidenceMerge.Strongest([]));
    }
}
