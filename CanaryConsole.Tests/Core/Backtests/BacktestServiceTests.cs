using CanaryConsole.Core;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Core.Backtests.BacktestSamples;

namespace CanaryConsole.Tests.Core.Backtests;

public sealed class BacktestServiceTests : IAsyncDisposable
{
    private readonly PastMetrics _past = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly MonitorBench _bench;

    public BacktestServiceTests() => _bench = new MonitorBench(clock: _clock, more: services => services.AddSingleton<IMetricSource>(_past));

    private IBacktestService Service => _bench.Service<IBacktestService>();

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Service).DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Start_TwoDaysOfHistory_RunsToItsResult()
    {
        _past.Windows = History(2 * 1_440, from: HistoryReader.Align(_clock.GetUtcNow()) - TimeSpan.FromDays(2));

        var end = await EndAsync(Request() with { Days = 3, Replays = 20 });

        Assert.Equal(BacktestPhase.Done, end.Phase);
        var result = end.Result!;
        Assert.Equal((20, end.Total), (result.Replays, end.Done));
        Assert.Equal(2, result.DaysFound, 0.01);
        Assert.InRange(result.FalseAlarms, 0, 2);
        Assert.All(result.Worsenings.Where(worse => worse.Worsening.Factor >= 10), worse => Assert.InRange(worse.Missed, 0, 1));
        Assert.Equal("Only 2 days of metrics were found, of 3 days asked for.", Assert.Single(result.Remarks));
        Assert.Equal(3, _past.Asked.Count);
        Assert.All(_past.Asked, request => Assert.Equal(("media-ranker", "champion", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(100)), (request.Endpoint, request.Variant, request.Period, request.SlowerThan)));
    }

    [Fact]
    public async Task Start_SameSeedTwice_HasTheSameResult()
    {
        _past.Windows = History(1_440, from: HistoryReader.Align(_clock.GetUtcNow()) - TimeSpan.FromDays(1));

        var (one, other) = (await EndAsync(Request() with { Replays = 10 }), await EndAsync(Request() with { Replays = 10 }));

        Assert.Equal(one.Result!.Worsenings.Select(worse => (worse.MedianTimeToSee, worse.MedianHarmed)), other.Result!.Worsenings.Select(worse => (worse.MedianTimeToSee, worse.MedianHarmed)));
    }

    [Fact]
    public async Task Start_NoMetrics_FailsAndSaysHowMuchThereIs()
    {
        var end = await EndAsync(Request());

        Assert.Equal((BacktestPhase.Failed, "champion on media-ranker has 0 minutes with requests in the last 7 days; a backtest needs at least 10."), (end.Phase, end.Problem));
    }

    [Fact]
    public async Task Start_MetricsForbidden_FailsWithTheReason()
    {
        _past.Failure = new CloudException(CloudFailure.AccessDenied, "GetMetricData of 1 variants: access denied");

        Assert.Equal("GetMetricData of 1 variants: access denied", (await EndAsync(Request())).Problem);
    }

    [Theory]
    [InlineData(0, null, null, "days", "days is 0; it must be between 1 and 15.")]
    [InlineData(16, null, null, "days", "days is 16; it must be between 1 and 15.")]
    [InlineData(null, 5, null, "replays", "replays is 5; it must be between 10 and 200.")]
    [InlineData(null, null, 4, "fromStep", "fromStep is 4; it must be between 0 and 1.")]
    public async Task Start_OutOfBounds_IsRefused(int? days, int? replays, int? fromStep, string field, string reason)
    {
        var refused = Assert.IsType<BacktestStart.Refused>(await Service.StartAsync(Request() with { Days = days, Replays = replays, FromStep = fromStep }, CancellationToken.None));

        Assert.Equal((RefusalKind.Invalid, field, reason), (refused.Kind, refused.Field, refused.Reason));
    }

    [Fact]
    public async Task Start_UnknownEndpoint_IsRefused()
    {
        var refused = Assert.IsType<BacktestStart.Refused>(await Service.StartAsync(new BacktestRequest { Plan = MonitorBench.Request() with { Endpoint = "none" } }, CancellationToken.None));

        Assert.Equal(("plan.endpoint", "plan.endpoint is \"none\"; there is no such endpoint."), (refused.Field, refused.Reason));
    }

    [Fact]
    public async Task Start_TwoRunAlready_IsRefusedUntilOneIsCancelled()
    {
        _past.Gate = new TaskCompletionSource();
        var first = await AcceptAsync(Request());
        await AcceptAsync(Request());

        Assert.Equal(RefusalKind.Conflict, Assert.IsType<BacktestStart.Refused>(await Service.StartAsync(Request(), CancellationToken.None)).Kind);

        Assert.True(Service.Cancel(first.Id));
        Assert.Equal(BacktestPhase.Cancelled, (await WatchAsync(first.Id)).Phase);
        await AcceptAsync(Request());
    }

    [Fact]
    public void FindAndCancel_UnknownId_SayNo() => Assert.Equal((null, false), (Service.Find("backtest-1"), Service.Cancel("backtest-1")));

    [Fact]
    public void Judge_ARolloutWithManyErrors_WouldHaveBeenTakenBackWithinItsTime()
    {
        var from = Forecasts.ForecastSamples.Start;
        var healthy = History(40, perSecond: 10, from: from);
        var sick = healthy.ConvertAll(window => window with { Errors = window.Requests / 20 });
        IReadOnlyList<ShareSpan> spans = [new(Percentage.FromPercent(50), from, from.AddMinutes(20)), new(Percentage.Whole, from.AddMinutes(20), from.AddMinutes(40))];

        var (after, guardrail) = PastRollouts.Judge(Forecasts.ForecastSamples.Outline(), spans, sick, healthy)!.Value;

        Assert.InRange(after, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        Assert.NotEmpty(guardrail);
        Assert.Null(PastRollouts.Judge(Forecasts.ForecastSamples.Outline(), spans, healthy, healthy));
    }

    [Fact]
    public void Spans_OfARolledBackRollout_EndWithTheDecision()
    {
        var at = Forecasts.ForecastSamples.Start;
        List<RecordedRolloutEvent> events =
        [
            Recorded(1, at, new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(5), TimeSpan.Zero)),
            Recorded(2, at.AddMinutes(10), new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(25), TimeSpan.Zero)),
            Recorded(3, at.AddMinutes(13), new RolloutEvent.RollbackStarted("breach", true, [])),
            Recorded(4, at.AddMinutes(14), new RolloutEvent.WeightsConfirmed(Percentage.Zero, TimeSpan.Zero)),
        ];

        Assert.Equal(
            [new ShareSpan(Percentage.FromPercent(5), at, at.AddMinutes(10)), new ShareSpan(Percentage.FromPercent(25), at.AddMinutes(10), at.AddMinutes(13))],
            ShareSpan.Of(events));
    }

    private static RecordedRolloutEvent Recorded(int version, DateTimeOffset at, RolloutEvent rolloutEvent) => new(version, at, "ann", rolloutEvent);

    private static BacktestRequest Request() => new() { Plan = MonitorBench.Request() };

    private async Task<Backtest> AcceptAsync(BacktestRequest request) => Assert.IsType<BacktestStart.Accepted>(await Service.StartAsync(request, CancellationToken.None)).Backtest;

    private async Task<Backtest> EndAsync(BacktestRequest request) => await WatchAsync((await AcceptAsync(request)).Id);

    private async Task<Backtest> WatchAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Backtest? last = null;
        await foreach (var backtest in Service.WatchAsync(id, patience.Token))
        {
            last = backtest;
        }

        return last!;
    }

    /// <summary>Has windows of the past, and nothing of the present.</summary>
    private sealed class PastMetrics : IMetricSource
    {
        private readonly List<MetricRequest> _asked = [];

        public IReadOnlyList<MetricWindow> Windows { get; set; } = [];

        public CloudException? Failure { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public List<MetricRequest> Asked => _asked;

        public async Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
        {
            if (Gate is { } gate)
            {
                await gate.Task.WaitAsync(cancellationToken);
            }

            lock (_asked)
            {
                _asked.AddRange(requests);
            }

            return Failure is { } failure
                ? throw failure
                : [.. requests.Select(request => new MetricAnswer(request, [.. Windows.Where(window => window.Start >= request.From && window.Start < request.To)], null))];
        }
    }
}
