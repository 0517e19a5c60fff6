using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class LogSumTests
{
    [Theory]
    [InlineData(1e-20)]
    [InlineData(3.3e-12)]
    [InlineData(-7.7e-9)]
    [InlineData(1e-5)]
    public void LogSum_OnePlusTiny_KeepsItsDigits(double x) => Assert.Equal(1, LogSum.OnePlus(x) / (x - (x * x / 2) + (x * x * x / 3)), 1e-14);

    [Theory]
    [InlineData(-0.9)]
    [InlineData(0.5)]
    [InlineData(99)]
    [InlineData(double.MaxValue)]
    [InlineData(double.PositiveInfinity)]
    public void LogSum_OnePlusLarge_IsTheLogarithm(double x) => Assert.Equal(Math.Log(1 + x), LogSum.OnePlus(x), 1e-13);

    [Fact]
    public void LogSum_NothingPlusNothing_IsNothing()
    {
        Assert.Equal(double.NegativeInfinity, LogSum.Add(double.NegativeInfinity, double.NegativeInfinity));
        Assert.Equal(3, LogSum.Add(double.NegativeInfinity, 3));
        Assert.Equal(double.NegativeInfinity, LogSum.Mean([double.NegativeInfinity, double.NegativeInfinity]));
    }

    [Fact]
    public void LogSum_FarApart_NeitherOverflowsNorVanishes()
    {
        Assert.Equal(5_000 + Math.Log(2), LogSum.Add(5_000, 5_000), 1e-12);
        Assert.Equal(5_000, LogSum.Add(-5_000, 5_000));
        Assert.Equal(-5_000 + Math.Log(1.5), LogSum.Mean([-5_000, -5_000 + Math.Log(2)]), 1e-12);
    }
}
