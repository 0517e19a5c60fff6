using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class StatisticTests
{
    [Theory]
    [InlineData("Sum", 5050)]
    [InlineData("Average", 50.5)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 100)]
    [InlineData("SampleCount", 100)]
    [InlineData("p50", 50)]
    [InlineData("p99", 99)]
    [InlineData("p99.9", 100)]
    [InlineData("p0", 1)]
    [InlineData("p100", 100)]
    [InlineData("TC(10%:90%)", 80)]
    [InlineData("tc25", 25)]
    [InlineData("TM(:50%)", 25.5)]
    [InlineData("tm50", 25.5)]
    [InlineData("TS(50%:)", 3775)]
    [InlineData("TM50", 25.5)]
    [InlineData("IQM", 50.5)]
    [InlineData("wm90", 49.95)]
    [InlineData("WM(10%:90%)", 50.5)]
    [InlineData("WM(:50)", 37.75)]
    [InlineData("p99.5", 100)]
    public void Of_OneToHundred_IsWithinOnePercent(string name, double expected)
    {
        var values = new Distribution();
        for (var value = 1; value <= 100; value++)
        {
            values.Add(value);
        }

        Assert.True(Statistic.TryParse(name, out var statistic));
        Assert.InRange(statistic.Of(values)!.Value / expected, 0.985, 1.015);
    }

    [Theory]
    [InlineData("TC(105:)", 90)]
    [InlineData("TC(:105)", 10)]
    [InlineData("TC(105:905)", 80)]
    [InlineData("PR(:105)", 10)]
    [InlineData("TM(:105)", 55)]
    public void Of_BoundsBetweenTheValues_KeepsThoseWithin(string name, double expected)
    {
        var values = new Distribution();
        for (var value = 10; value <= 1000; value += 10)
        {
            values.Add(value);
        }

        Assert.True(Statistic.TryParse(name, out var statistic));
        Assert.InRange(statistic.Of(values)!.Value / expected, 0.985, 1.015);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("average")]
    [InlineData("p101")]
    [InlineData("p")]
    [InlineData("p-1")]
    [InlineData("TC(:)")]
    [InlineData("TC(1%:5)")]
    [InlineData("PR(:50%)")]
    [InlineData("TC(90%:10%)")]
    [InlineData("TM(:101%)")]
    [InlineData("PR(10:5)")]
    [InlineData("pr90")]
    public void TryParse_NoStatistic_Fails(string? name) => Assert.False(Statistic.TryParse(name, out _));
}
