using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Traffic;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation;

public sealed class SparklineTests
{
    [Fact]
    public void Path_Values_RunsFromLeftToRightUpsideDown() => Assert.Equal("M0,22L48,12L96,2", SparklinePath.Of([0, 1, 2], 0, 2));

    [Fact]
    public void Path_Gap_BreaksTheLine() => Assert.Equal("M0,22L32,22M96,2h.01", SparklinePath.Of([0, 0, null, 2], 0, 2));

    [Fact]
    public void Path_BeyondTheScale_StaysInside() => Assert.Equal("M0,22L96,2", SparklinePath.Of([-5, 50], 0, 2));

    [Fact]
    public void Path_Nothing_IsEmpty() => Assert.Equal("", SparklinePath.Of([null, null], 0, 1));

    [Fact]
    public void Errors_BelowOnePercent_StayLow()
    {
        var line = Sparkline.Errors(TrafficMinute.LastHour([History(errorRate: 0.001)]));

        Assert.StartsWith("M0,20", line.Path, StringComparison.Ordinal);
        Assert.Equal("Error rate over the last hour, at most 0.08 % in a minute", line.Label);
    }

    [Fact]
    public void LastHour_VariantWithoutTrafficOfLate_EndsWhereItsTrafficDid()
    {
        var champion = History();
        var challenger = History("challenger", until: Now.AddMinutes(-20), length: TimeSpan.FromMinutes(10));

        var minutes = TrafficMinute.LastHour([challenger], [champion, challenger]);

        Assert.Equal(20, minutes.Reverse().TakeWhile(minute => minute is null).Count());
    }

    [Fact]
    public void Latency_NotMeasured_SaysSo() => Assert.Equal(new Sparkline("", "No latency over the last hour"), Sparkline.LatencyP99([]));
}
