using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Guardrails;

public sealed class QuantileFreezingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_WindowsOfUnequalWeight_AreWeightedByTheirRequests()
    {
        var frozen = QuantileFreezing.Of([Window(20, 300, 10), Window(10, 100, 50)], At, At);

        Assert.Equal(
            new FrozenQuantiles(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(60), 400, At.AddMinutes(-20), At.AddMinutes(-9)),
            frozen);
    }

    [Fact]
    public void Of_EnoughSettledWindows_LeavesOutTheNewest()
    {
        var windows = Enumerable.Range(1, 20).Reverse().Select(minutes => Window(minutes, 100, minutes <= 2 ? 1000 : 10)).ToList();

        var frozen = QuantileFreezing.Of(windows, At.AddMinutes(-2), At)!;

        Assert.Equal((TimeSpan.FromMilliseconds(10), At.AddMinutes(-2)), (frozen.P50, frozen.To));
    }

    [Fact]
    public void Of_TooFewSettledWindows_TakesWhatThereIs() =>
        Assert.Equal(2, QuantileFreezing.Of([Window(2, 1, 10), Window(1, 1, 10)], At.AddMinutes(-1), At)!.Requests);

    [Fact]
    public void Of_WhatIsOlderNewerEmptyOrWithoutLatency_DoesNotCount() => Assert.Null(QuantileFreezing.Of(
        [Window(31, 100, 10), Window(20, 0, 10), Window(10, 100, 10) with { LatencyP99 = null }, Window(0, 100, 10)], At, At));

    [Fact]
    public void Of_PercentilesOutOfOrder_ArePutInOrder()
    {
        var frozen = QuantileFreezing.Of([Window(5, 100, 10) with { LatencyP90 = TimeSpan.FromMilliseconds(5) }], At, At)!;

        Assert.True(frozen.P50 <= frozen.P90 && frozen.P90 <= frozen.P99);
    }

    private static MetricWindow Window(int minutesAgo, long requests, double p50) => new(
        At.AddMinutes(-minutesAgo), TimeSpan.FromMinutes(1), requests, 0,
        TimeSpan.FromMilliseconds(p50), TimeSpan.FromMilliseconds(p50 * 2), TimeSpan.FromMilliseconds(p50 * 3), null);
}
