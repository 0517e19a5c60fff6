using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.Options;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Forecasts;

public class OutlookDeskTests
{
    private readonly SnapshotFeed<MonitorSnapshot> _feed = new(MonitorSnapshot.Empty);
    private readonly DayOfMetrics _metrics = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeSignals _signals = new(_ => SignalReading.None);
    private readonly OutlookDesk _desk;

    public OutlookDeskTests()
    {
        _desk = new OutlookDesk(_feed, _metrics, new BaselineReader(_clock, new WallClock(_clock), _signals), Options.Create(new MonitoringOptions()), _clock, new WallClock(_clock));
        var endpoint = new EndpointDescription(
            "media-ranker", "arn", EndpointStatus.InService, "config", [new VariantDescription("champion", "v7", "ml.m5.xlarge", 1, 1, 2, 2)], TimeSpan.FromMinutes(1), Start);
        _feed.Publish(MonitorSnapshot.Empty with { Endpoints = [new EndpointSnapshot(endpoint, Start, [new VariantHistory("champion", Traffic(perSecond: 50).Champion, Start, null)])] });
    }

    [Fact]
    public void Of_WatchedEndpoint_ForecastsFromItsTraffic()
    {
        var outlook = _desk.Of(new RolloutRequest { Endpoint = "media-ranker" });

        Assert.Equal((50, TimeSpan.FromMinutes(2)), (outlook.Traffic!.RequestsPerSecond, outlook.Traffic.Lateness));
        Assert.Equal(4, outlook.Forecast!.Steps.Count);
        Assert.NotNull(outlook.AtShare(Percentage.FromPercent(5)));
    }

    [Fact]
    public void Of_UnknownEndpoint_HasTheLintAlone()
    {
        var outlook = _desk.Of(new RolloutRequest { Endpoint = "none", AutoRollback = false });

        Assert.Equal((null, null), (outlook.Traffic, outlook.Forecast));
        Assert.Equal("autoRollback", Assert.Single(outlook.Findings).Field);
    }

    [Fact]
    public async Task ReadBaseline_AMetricThatReadsNothing_IsWarnedAbout_AndReadAnewAfterAMinute()
    {
        var request = new RolloutRequest { Endpoint = "media-ranker", Guardrails = [new GuardrailRequest { Kind = "utilizationLimit", Resource = "cpu", Limit = 80, Name = "cpu" }] };
        Assert.True(_desk.Of(request).NeedsBaseline);

        await _desk.ReadBaselineAsync(request, CancellationToken.None);
        await _desk.ReadBaselineAsync(request, CancellationToken.None);

        var outlook = _desk.Of(request);
        Assert.False(outlook.NeedsBaseline);
        Assert.Contains(outlook.Findings, finding => finding.Reason.StartsWith("\"cpu\" has had no value of CPU for champion lately", StringComparison.Ordinal));
        Assert.Equal("champion", Assert.Single(Assert.Single(_signals.Calls)).Variant);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_desk.Of(request).NeedsBaseline);
        Assert.True(_desk.Of(request with { Endpoint = "none" }) is { NeedsBaseline: false });
    }

    [Fact]
    public void Of_BadPlan_NamesTheField() => Assert.Equal("looks", _desk.Of(new RolloutRequest { Endpoint = "media-ranker", Looks = 0 }).Field);

    [Fact]
    public async Task ReadDay_YoungEndpoint_LeavesOutTheHourItBeganIn()
    {
        var hour = new DateTimeOffset(_clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);
        _metrics.Answer = request => new MetricAnswer(
            request, [.. new[] { -3, -2, -1 }.Select(ago => new MetricWindow(hour.AddHours(ago), TimeSpan.FromHours(1), ago == -3 ? 1_800 : 3_600 * -ago, 0, null, null, null, null))], null);

        await _desk.ReadDayAsync("media-ranker", CancellationToken.None);
        await _desk.ReadDayAsync("media-ranker", CancellationToken.None);

        var byHour = _desk.Of(new RolloutRequest { Endpoint = "media-ranker" }).Traffic!.ByHour;
        Assert.Equal((null, 2, 1), (byHour[hour.AddHours(-3).Hour], byHour[hour.AddHours(-2).Hour], byHour[hour.AddHours(-1).Hour]));
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(_metrics.Asked).Period);
    }

    [Fact]
    public async Task ReadDay_MetricsForbidden_LeavesEveryHourLikeNow()
    {
        _metrics.Answer = _ => throw new CloudException(CloudFailure.AccessDenied, "no");

        await _desk.ReadDayAsync("media-ranker", CancellationToken.None);

        Assert.Empty(_desk.Of(new RolloutRequest { Endpoint = "media-ranker" }).Traffic!.ByHour);
    }
}
