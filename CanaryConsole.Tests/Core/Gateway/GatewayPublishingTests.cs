using CanaryConsole.Core;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Gateway;

public sealed class GatewayPublishingTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeMetrics _metrics = new();
    private readonly GatewayCounts _counts;
    private readonly SourceTracker _sources;
    private readonly GatewayPublishing _publishing;

    public GatewayPublishingTests()
    {
        var options = Options.Create(new GatewayOptions { Endpoints = "*", PublishMetrics = true });
        (_counts, _sources) = (new GatewayCounts(options, _clock), new SourceTracker(_clock));
        _publishing = new GatewayPublishing(_counts, _metrics, options, _sources, _clock);
    }

    public void Dispose() => _publishing.Dispose();

    [Fact]
    public async Task Publish_EachSecondOnce_WithItsClassesAndAllItsLatencies()
    {
        for (var millisecond = 1; millisecond <= 1_000; millisecond++)
        {
            _counts.Record("e", "v", millisecond <= 10 ? InvocationStatus.ModelServerError : InvocationStatus.Answered, TimeSpan.FromMilliseconds(millisecond), isPinned: false);
        }

        await SecondAsync();
        await SecondAsync();

        var second = Assert.Single(_metrics.Published);
        Assert.Equal(("e", "v", 1_000, 0, 10, 10), (second.Endpoint, second.Variant, second.Requests, second.ClientErrors, second.ServerErrors, second.ModelErrors));
        Assert.InRange(second.Latencies.Count, 100, GatewayPublishing.MostLatencies);
        Assert.Equal(1_000, second.Latencies.Sum(latency => latency.Requests));
        Assert.InRange(second.Latencies[^1].Latency.TotalMilliseconds, 990, 1_010);
    }

    [Fact]
    public async Task Publish_Refused_ShowsItAndSendsItAgain()
    {
        Record();
        _metrics.Failure = new CloudException(CloudFailure.Throttled, "PutMetricData was throttled");
        await SecondAsync();
        Assert.Equal("PutMetricData was throttled", Assert.Single(_sources.All).Problem);

        _metrics.Failure = null;
        await SecondAsync();

        Assert.Single(_metrics.Published);
        Assert.Null(Assert.Single(_sources.All).Problem);
    }

    [Fact]
    public async Task Publish_NobodyKnowsWhetherItArrived_IsNotCountedTwice()
    {
        Record();
        _metrics.Failure = new CloudException(CloudFailure.Unavailable, "PutMetricData did not answer");
        await SecondAsync();
        _metrics.Failure = null;
        Record();
        await SecondAsync();

        Assert.Equal(_clock.GetUtcNow().AddSeconds(-1), Assert.Single(_metrics.Published).At);
    }

    [Fact]
    public async Task Publish_ManySeconds_GoInCallsOfBoundedSize()
    {
        for (var second = 0; second < 100; second++)
        {
            Record();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _publishing.PublishAsync(CancellationToken.None);

        Assert.Equal(100, _metrics.Published.Count);
        Assert.Equal(3, _metrics.Calls);
    }

    private void Record() => _counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.FromMilliseconds(5), isPinned: false);

    private Task SecondAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return _publishing.PublishAsync(CancellationToken.None);
    }

    private sealed class FakeMetrics : IGatewayMetrics
    {
        public List<GatewaySecond> Published { get; } = [];

        public int Calls { get; private set; }

        public CloudException? Failure { get; set; }

        public Task PublishAsync(IReadOnlyList<GatewaySecond> seconds, CancellationToken cancellationToken)
        {
            Calls++;
            if (Failure is not null)
            {
                return Task.FromException(Failure);
            }

            Published.AddRange(seconds);
            return Task.CompletedTask;
        }
    }
}
