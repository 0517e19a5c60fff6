using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Presentation;

public class ChartSeriesTests
{
    private static readonly DateTimeOffset Start = RolloutBuilder.Start;
    private static readonly DateTimeOffset AllSettled = Start.AddHours(1);

    [Fact]
    public void Of_Windows_PutsEachAtItsEnd() => Assert.Equal(
        [Point(10, 1), Point(20, 2)],
        ChartSeries.Of([Window(0, errors: 1), Window(10, errors: 2)], ChartSeries.ErrorRate, AllSettled));

    [Fact]
    public void Of_MissingPeriods_AreGapsNotZeros() => Assert.Equal(
        [Point(10, 0), Point(20, null), Point(30, null), Point(40, 0)],
        ChartSeries.Of([Window(0), Window(30)], ChartSeries.ErrorRate, AllSettled));

    [Fact]
    public void Of_LongGap_StaysBounded()
    {
        var points = ChartSeries.Of([Window(0), Window(86_400)], ChartSeries.ErrorRate, AllSettled);

        Assert.InRange(points.Count, 3, 500);
        Assert.Null(points[^2].Value);
    }

    [Fact]
    public void Of_WindowWithoutRequests_HasNoRateAndNoLatency()
    {
        var window = new MetricWindow(Start, TimeSpan.FromSeconds(10), 0, 0, null, null, null, null);

        Assert.Null(ChartSeries.ErrorRate(window));
        Assert.Null(ChartSeries.LatencyP99(window));
        Assert.Equal(0, ChartSeries.RequestsPerSecond(window));
    }

    [Fact]
    public void Of_WindowNotSettled_IsProvisional() => Assert.Equal(
        [false, true],
        ChartSeries.Of([Window(0), Window(10)], ChartSeries.ErrorRate, Start.AddSeconds(10)).Select(point => point.Provisional));

    [Fact]
    public void ShareOf_BothSides_IsThePartOfTheSamePeriod() => Assert.Equal(
        [Point(10, 25), Point(20, 100)],
        ChartSeries.ShareOf([Window(0, requests: 100), Window(10, requests: 100)], [Window(0, requests: 300)], AllSettled));

    [Fact]
    public void Trailing_Windows_PoolAMinuteAndLeaveLatencyOut()
    {
        var pooled = ChartSeries.Trailing([Window(0, errors: 6), Window(10), Window(60)], TimeSpan.FromMinutes(1));

        Assert.Equal([(100L, 6L), (200L, 6L), (200L, 0L)], pooled.Select(window => (window.Requests, window.Errors)));
        Assert.All(pooled, window => Assert.Null(window.LatencyP99));
    }

    [Fact]
    public void News_KnownPoints_AreNotSentAgain() => Assert.Equal(
        [Point(30, 3)], ChartSeries.News([Point(10, 1), Point(20, 2)], [Point(10, 1), Point(20, 2), Point(30, 3)]));

    [Fact]
    public void News_PointThatChanged_IsSentAgain() => Assert.Equal(
        [Point(20, 5)], ChartSeries.News([Point(10, 1), new(Point(20, 2).At, 2, true)], [Point(10, 1), Point(20, 5)]));

    [Fact]
    public void Charts_OfARollout_CarryLimitsMarkersAndWords()
    {
        var rollout = new RolloutBuilder().BakingAt25().Then(20, new RolloutEvent.RollbackStarted("errors", true, [])).Build();
        var endpoint = RolloutBuilder.Endpoint(histories: [new("champion", [Window(600, errors: 0)], Start, null), new("challenger-v8", [Window(600, errors: 8)], Start, null)]);

        var frame = RolloutCharts.Of(rollout, endpoint, [], TimeSpan.FromMinutes(2), Start.AddMinutes(21));

        Assert.Equal(["error-rate", "latency-p99", "latency-p50", "requests", "share"], frame.Views.Select(view => view.Id));
        Assert.Equal(["5 %", "25 %", "back"], frame.Markers.Select(marker => marker.Label));
        Assert.Equal(new ChartLimit(1, "limit 1 %"), frame.Views[0].Limit);
        Assert.Equal("Error rate, % over 1 min: champion 0.00, challenger 8.00, limit 1 %. The challenger's highest is 8.00.", frame.Views[0].Summary);
    }

    [Fact]
    public void Charts_UnreadHistory_AreStaleSinceItsLastReading()
    {
        var rollout = new RolloutBuilder().BakingAt25().Build();
        var endpoint = RolloutBuilder.Endpoint(histories: [new("champion", [Window(600)], Start.AddMinutes(18), "no answer")]);

        var frame = RolloutCharts.Of(rollout, endpoint, [], TimeSpan.FromMinutes(2), Start.AddMinutes(21));

        Assert.All(frame.Views, view => Assert.Equal(Start.AddMinutes(18), view.StaleSince));
    }

    [Fact]
    public void Charts_OfADeployment_ShowEachFleetsShareAlthoughBothBearOneName()
    {
        var state = ManagedSamples.In(RolloutPhase.Deploying);
        var variant = state.Plan.ChampionVariant;
        MetricWindow Counted(long requests) => Window(0, requests) with { Start = state.PlannedAt.AddMinutes(1) };
        var endpoint = RolloutBuilder.Endpoint(histories: [new(variant, [Counted(100)], Start, null)]) with
        {
            Fleets =
            [
                new(FleetKey.Of(variant, ManagedSamples.OldConfig), [Counted(90)], Start, null),
                new(FleetKey.Of(variant, ManagedSamples.NewConfig), [Counted(10)], Start, null),
            ],
        };

        var share = RolloutCharts.Of(new RolloutSnapshot(state, [], [], null), endpoint, [], TimeSpan.Zero, state.PlannedAt.AddMinutes(5)).Views[^1];

        Assert.Equal(("90", "10"), (share.ChampionNow, share.ChallengerNow));
    }

    private static ChartPoint Point(double second, double? value) => new(Start.AddSeconds(second).ToUnixTimeMilliseconds(), value, false);

    private static MetricWindow Window(double second, long requests = 100, long errors = 0) => new(
        Start.AddSeconds(second), TimeSpan.FromSeconds(10), requests, errors, TimeSpan.FromMilliseconds(20), null, TimeSpan.FromMilliseconds(58), 0);
}
