using System.Threading.Channels;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Live;
using CanaryConsole.Tests.Core.Rollouts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Web;

public sealed class LiveHubTests
{
    private static readonly MetricWindow Window = new(RolloutSamples.Start, TimeSpan.FromSeconds(10), 100, 1, null, null, null, null);

    private readonly ManualTimeProvider _clock = new();
    private readonly SnapshotFeed<MonitorSnapshot> _feed = new(Snapshot(1));
    private readonly SentMessages _sent = new();

    [Fact]
    public async Task Pump_NobodyThere_SendsNothing()
    {
        await using var pump = Pump();

        _feed.Publish(Snapshot(2));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, _sent.Count);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task Pump_SeveralSnapshotsWithinABatch_SendsOneThatBuildsOnTheLastSent()
    {
        await using var pump = Pump();
        Assert.True(pump.TryJoin("a"));
        await TimerArmedAsync();

        _feed.Publish(Snapshot(2));
        _feed.Publish(Snapshot(3));
        _feed.Publish(Snapshot(4));
        _clock.Advance(LivePump.Batch);
        var message = await _sent.NextAsync();

        Assert.Equal((1, 4), (message.Since, message.Sequence));
        Assert.Equal(0, _sent.Count);
    }

    [Fact]
    public async Task Pump_LastClientLeaves_Stops()
    {
        await using var pump = Pump();
        pump.TryJoin("a");
        pump.TryJoin("b");
        await TimerArmedAsync();

        pump.Leave("a");
        pump.Leave("b");
        await pump.DisposeAsync();

        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task Pump_MoreClientsThanItServes_TurnsTheNextAway()
    {
        await using var pump = Pump();

        var joined = Enumerable.Range(0, LivePump.MostClients + 1).Count(number => pump.TryJoin($"client-{number}"));

        Assert.Equal(LivePump.MostClients, joined);
    }

    [Fact]
    public void Message_BetweenTwoSnapshots_HasOnlyWhatIsNew()
    {
        var before = Snapshot(1, [Window, Next(1)], RolloutPhase.Baking);
        var corrected = Next(1) with { Requests = 120 };
        var now = Snapshot(2, [Window, corrected, Next(2)], RolloutPhase.Paused);

        var message = LiveTranslation.Between(before, now);

        Assert.Equal([corrected, Next(2)], Assert.Single(message.Endpoints).Variants[0].Windows);
        var rollout = Assert.Single(message.Rollouts);
        Assert.Equal(RolloutPhase.Paused, rollout.Phase);
        Assert.Equal("Paused: lunch.", Assert.Single(rollout.Events).Sentence);
    }

    [Fact]
    public void Message_NothingChanged_NamesTheEndpointsAndNoMore()
    {
        var before = Snapshot(1, [Window], RolloutPhase.Baking);

        var message = LiveTranslation.Between(before, before with { Sequence = 2 });

        Assert.Empty(message.Endpoints);
        Assert.Empty(message.Rollouts);
        Assert.Equal(["media-ranker"], message.EndpointNames);
    }

    [Fact]
    public void Message_WholePicture_KeepsTheLatestWindowsOnly()
    {
        var windows = Enumerable.Range(0, 500).Select(Next).ToList();

        var message = LiveTranslation.Whole(Snapshot(9, windows, RolloutPhase.Baking));

        Assert.Equal((9, 0), (message.Sequence, message.Since));
        Assert.Equal(windows.TakeLast(LiveTranslation.LatestKept), Assert.Single(message.Endpoints).Variants[0].Windows);
    }

    private static MetricWindow Next(int number) => Window with { Start = Window.Start + (number * Window.Period) };

    private static MonitorSnapshot Snapshot(long sequence, IReadOnlyList<MetricWindow>? windows = null, RolloutPhase? phase = null)
    {
        var baking = new RecordedRolloutEvent(7, RolloutSamples.Start, "monitor", new RolloutEvent.WeightsConfirmed(Percentage.Zero, TimeSpan.Zero));
        var paused = new RecordedRolloutEvent(8, RolloutSamples.Start, "ada", new RolloutEvent.RolloutPaused("lunch"));
        return MonitorSnapshot.Empty with
        {
            Sequence = sequence,
            Endpoints = windows is null ? [] : [new EndpointSnapshot(RolloutSamples.Endpoint(), RolloutSamples.Start, [new VariantHistory("champion", windows, null, null)])],
            Rollouts = phase is null ? [] : [new RolloutSnapshot(RolloutSamples.In(phase.Value), [], phase == RolloutPhase.Paused ? [baking, paused] : [baking], null)],
        };
    }

    private async Task TimerArmedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (_clock.ArmedTimers == 0)
        {
            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    private LivePump Pump() => new(_sent, _feed, new WallClock(_clock), NullLogger<LivePump>.Instance);

    private sealed class SentMessages : IHubContext<LiveHub>, IHubClients, IClientProxy
    {
        private readonly Channel<LiveMessage> _messages = Channel.CreateUnbounded<LiveMessage>();

        public int Count => _messages.Reader.Count;

        public IClientProxy All => this;

        IHubClients IHubContext<LiveHub>.Clients => this;

        IGroupManager IHubContext<LiveHub>.Groups => throw new NotSupportedException();

        public async Task<LiveMessage> NextAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await _messages.Reader.ReadAsync(limit.Token);
        }

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default) =>
            _messages.Writer.WriteAsync((LiveMessage)args[0]!, cancellationToken).AsTask();

        public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => this;

        public IClientProxy Client(string connectionId) => this;

        public IClientProxy Clients(IReadOnlyList<string> connectionIds) => this;

        public IClientProxy Group(string groupName) => this;

        public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => this;

        public IClientProxy Groups(IReadOnlyList<string> groupNames) => this;

        public IClientProxy User(string userId) => this;

        public IClientProxy Users(IReadOnlyList<string> userIds) => this;
    }
}
