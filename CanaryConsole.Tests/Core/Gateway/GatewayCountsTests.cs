using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Gateway;

public class GatewayCountsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Windows_OfTwoSeconds_HoldEachItsClassesAndLatencies()
    {
        var counts = Counts();
        var start = _clock.GetUtcNow();
        foreach (var status in Enum.GetValues<InvocationStatus>())
        {
            counts.Record("e", "v", status, TimeSpan.FromMilliseconds(50), isPinned: status is InvocationStatus.ClientError);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.FromMilliseconds(150), isPinned: true);
        _clock.Advance(TimeSpan.FromSeconds(1));
        counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.FromMilliseconds(1), isPinned: false);

        TimeSpan[] thresholds = [TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(100)];
        var windows = counts.Windows("e", "v", start, thresholds);

        Assert.Equal([start, start.AddSeconds(1)], windows.Select(window => window.Start));
        Assert.All(windows, window => Assert.Equal(TimeSpan.FromSeconds(1), window.Period));
        Assert.Equal((7, 4, 2, 2, 3), (windows[0].Requests, windows[0].Errors, windows[0].ClientErrors, windows[0].ServerErrors, windows[0].ModelErrors));
        Assert.Equal([new SlowCount(thresholds[0], 7), new SlowCount(thresholds[1], 0)], windows[0].SlowCounts);
        Assert.Equal([new SlowCount(thresholds[0], 1), new SlowCount(thresholds[1], 1)], windows[1].SlowCounts);
        Assert.InRange(windows[1].LatencyP99!.Value.TotalMilliseconds, 148.5, 151.5);
        Assert.Equal(2, counts.Pinned("e", "v", start));
        Assert.Equal(1, counts.Pinned("e", "v", start.AddSeconds(1)));
    }

    [Fact]
    public void Windows_FromTheMiddleOfASecond_LeaveThatSecondOut()
    {
        var counts = Counts();
        var start = _clock.GetUtcNow();
        Second(counts);
        Second(counts);

        Assert.Equal([start.AddSeconds(1)], counts.Windows("e", "v", start.AddMilliseconds(1), []).Select(window => window.Start));
        Assert.Null(counts.Windows("e", "v", start, [])[0].SlowCounts);
    }

    [Fact]
    public void Windows_AfterAnHour_AreThoseOfTheLastQuarter()
    {
        var counts = Counts();
        for (var second = 0; second < 3_600; second++)
        {
            Second(counts);
        }

        var windows = counts.Windows("e", "v", DateTimeOffset.UnixEpoch, []);

        Assert.Equal(VariantCounts.KeptSeconds, windows.Count);
        Assert.Equal(_clock.GetUtcNow().AddSeconds(-1), windows[^1].Start);
        Assert.All(windows, window => Assert.Equal(1, window.Requests));
    }

    [Fact]
    public void ActiveEndpoints_AMinuteAfterTheLastRequest_AreNone()
    {
        var counts = Counts();
        counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.Zero, isPinned: false);
        Assert.Equal(["e"], counts.ActiveEndpoints);

        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Empty(counts.ActiveEndpoints);
    }

    [Fact]
    public void Record_MoreVariantsThanThereIsRoomFor_ForgetsTheQuietest()
    {
        var counts = Counts();
        for (var i = 0; i <= GatewayCounts.MostVariants; i++)
        {
            counts.Record("e", $"v{i}", InvocationStatus.Answered, TimeSpan.Zero, isPinned: false);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(counts.Knows("e", "v0"));
        Assert.True(counts.Knows("e", $"v{GatewayCounts.MostVariants}"));
    }

    [Fact]
    public async Task Record_FromManyThreads_LosesNothing()
    {
        var counts = Counts();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.FromMilliseconds(i % 100), isPinned: false);
            }
        })));
        var start = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(20_000, Assert.Single(counts.Windows("e", "v", start, [])).Requests);
    }

    [Theory]
    [InlineData("", "media-ranker", false)]
    [InlineData("*", "media-ranker", true)]
    [InlineData("media-*; search", "media-ranker", true)]
    [InlineData("media-*; search", "search", true)]
    [InlineData("media-*; search", "searches", false)]
    [InlineData("media-*", "Media-ranker", false)]
    public void Covers_ByThePatterns(string patterns, string endpoint, bool covered) => Assert.Equal(covered, Counts(patterns).Covers(endpoint));

    private GatewayCounts Counts(string patterns = "*") => new(Options.Create(new GatewayOptions { Endpoints = patterns }), _clock);

    private void Second(GatewayCounts counts)
    {
        counts.Record("e", "v", InvocationStatus.Answered, TimeSpan.FromMilliseconds(5), isPinned: false);
        _clock.Advance(TimeSpan.FromSeconds(1));
    }
}
