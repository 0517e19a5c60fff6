using CanaryConsole.Core;
using CanaryConsole.Presentation.Traffic;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation.Traffic;

public sealed class RecentTrafficTests
{
    [Fact]
    public void Of_SteadyTraffic_IsMeasured()
    {
        var traffic = RecentTraffic.Of(History(requestsPerSecond: 40, errorRate: 0.01, p50: 20));

        Assert.Equal(40, traffic.PerSecond);
        Assert.Equal(Percentage.FromFraction(0.01), traffic.ErrorRate);
        Assert.Equal(TimeSpan.FromMilliseconds(20), traffic.LatencyP50);
    }

    [Fact]
    public void Of_NeverRead_IsUnknown() => Assert.Equal(RecentTraffic.Unknown, RecentTraffic.Of(History() with { ReadAt = null }));

    [Fact]
    public void Of_ReadButNothingCounted_IsZeroWithoutARate() => Assert.Equal(new RecentTraffic(0, null, null, null), RecentTraffic.Of(History(requestsPerSecond: 0)));

    [Fact]
    public void Of_LastCountedLongAgo_IsZero() =>
        Assert.Equal(0, RecentTraffic.Of(History(until: Now.AddMinutes(-20)) with { ReadAt = Now }).PerSecond);

    [Fact]
    public void Of_NewestWindowHalfFull_IsLeftOut()
    {
        var history = History(requestsPerSecond: 40);
        var filling = history.Windows[^1] with { Start = history.Windows[^1].End, Requests = 3, Errors = 0 };

        Assert.Equal(40, RecentTraffic.Of(history with { Windows = [.. history.Windows, filling] }).PerSecond);
    }

    [Fact]
    public void Together_TwoVariants_RatesAddUpAndErrorsAreWeighed()
    {
        var traffic = RecentTraffic.Together([History(requestsPerSecond: 30, errorRate: 0), History("challenger", requestsPerSecond: 10, errorRate: 0.04)]);

        Assert.Equal(40, traffic.PerSecond);
        Assert.Equal(0.01, traffic.ErrorRate!.Value.Fraction, 6);
    }
}
