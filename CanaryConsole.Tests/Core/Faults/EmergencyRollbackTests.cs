using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Tests.Core.Monitoring;
using CanaryConsole.Tests.Core.Notifications;
using CanaryConsole.Tests.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>The way back needs nothing but the SageMaker API: not the store, not the notifier. What happened is told as soon as it can be, with its own times.</summary>
public sealed class EmergencyRollbackTests : IAsyncDisposable
{
    private const string Locked = "the database file locked";
    private const string Full = "the disk full";
    private const string Mute = "the notifier down";
    private const string Everything = "all of it at once";

    private readonly TemporaryStore _sqlite = new();
    private readonly RecordingNotifier _notifier = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly BrokenDisk _disk;
    private readonly MonitorBench _bench;
    private readonly NotificationDispatcher _dispatcher;
    private bool _isMute;

    public EmergencyRollbackTests()
    {
        _disk = new BrokenDisk(_sqlite);
        var timers = new HastyTimers(_clock);
        var signal = new NotificationSignal();
        _bench = new MonitorBench(clock: _clock, more: services => services
            .AddSingleton<IEventStore>(_disk)
            .AddSingleton<TimeProvider>(timers)
            .AddSingleton(new WallClock(timers))
            .AddSingleton(signal));
        _notifier.Answer = (_, _) => _isMute ? throw new CloudException(CloudFailure.Unavailable, "SNS does not answer.") : Task.CompletedTask;
        _dispatcher = new NotificationDispatcher(_disk, new SqliteCursorStore(_sqlite.Database), _notifier, signal, timers, new WallClock(timers), NullLogger<NotificationDispatcher>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _dispatcher.StopAsync(CancellationToken.None);
        _dispatcher.Dispose();
        _bench.Dispose();
        _disk.Dispose();
        _sqlite.Dispose();
    }

    [Theory]
    [InlineData(Locked)]
    [InlineData(Full)]
    [InlineData(Mute)]
    [InlineData(Everything)]
    public async Task RollBack_OrderedByAPerson_NeedsNoneOfIt(string down)
    {
        var id = await BakingAsync();
        await BreakAsync(down);

        _clock.Advance(TimeSpan.FromSeconds(7));
        var ordered = _clock.GetUtcNow();
        var answer = await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);

        Assert.Equal(RolloutPhase.RollingBack, Assert.IsType<CommandResult.Accepted>(answer).State.Phase);
        await BackWithoutTheStoreAsync(id, down);
        await FollowingEventsAsync(id, ordered, "ann");
        await ToldAsync("media-ranker: rollback started by ann");
    }

    [Fact]
    public async Task RollBack_ByABreach_NeedsNoneOfIt()
    {
        var id = await BakingAsync();
        await BreakAsync(Everything);
        _bench.Cloud.ChallengerErrors = 1;

        var state = await _bench.UntilAsync(id, RolloutPhase.RollingBack);
        var breached = state.PhaseSince;

        Assert.Equal(_clock.GetUtcNow(), breached);
        await BackWithoutTheStoreAsync(id, Everything);
        await FollowingEventsAsync(id, breached, "monitor");
        await ToldAsync("media-ranker: automatic rollback started");
    }

    [Fact]
    public async Task RollBack_OrderedWhileTheEndpointIsUpdating_NeedsNoneOfIt()
    {
        var id = await BakingAsync();
        _bench.Cloud.AppliesAtOnce = false;
        _bench.Cloud.Become(EndpointStatus.Updating);
        await BreakAsync(Everything);

        var ordered = _clock.GetUtcNow();
        Assert.IsType<CommandResult.Accepted>(await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None));
        await _bench.TickAsync();
        Assert.NotEqual(0, _bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        Assert.Contains("Updating", _bench.Snapshot.Rollout(id)!.Activity, StringComparison.Ordinal);

        _bench.Cloud.AppliesAtOnce = true;
        _bench.Cloud.Become(EndpointStatus.InService);
        await BackWithoutTheStoreAsync(id, Everything);
        await FollowingEventsAsync(id, ordered, "ann");
    }

    [Fact]
    public async Task RollBack_WhileTheStoreIsDown_IsSeenAsNotWritten()
    {
        var id = await BakingAsync();
        await BreakAsync(Full);
        await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await _bench.TickAsync();

        var store = Assert.Single(_bench.Snapshot.Sources, source => source.Name == "Event store");
        Assert.NotNull(store.FailingSince);
        Assert.Contains($"of rollout {id} are kept", store.Problem, StringComparison.Ordinal);
    }

    private async Task<RolloutId> BakingAsync()
    {
        await _dispatcher.StartAsync(CancellationToken.None);
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await _bench.TickAsync();
        Assert.Equal(0.25, _bench.Cloud.Endpoint.ShareOf("challenger-v8").Fraction);
        return id;
    }

    private async Task BreakAsync(string down)
    {
        _isMute = down is Mute or Everything;
        if (down is Full or Everything)
        {
            await _disk.FillAsync();
        }

        if (down is Locked or Everything)
        {
            _disk.Lock();
        }
    }

    private async Task BackWithoutTheStoreAsync(RolloutId id, string down)
    {
        var written = await StoredAsync(id);
        await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(0, _bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        if (down is not Mute)
        {
            Assert.Equal(written.Count, (await StoredAsync(id)).Count);
        }
    }

    private async Task FollowingEventsAsync(RolloutId id, DateTimeOffset since, string actor)
    {
        _disk.Mend();
        _isMute = false;
        for (var tick = 0; tick < 100 && (await StoredAsync(id))[^1].Type != "rolledBack"; tick++)
        {
            await _bench.TickAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        var stored = await StoredAsync(id);
        var started = Assert.Single(stored, one => one.Type == "rollbackStarted");
        Assert.Equal((since, actor), (started.At, started.Actor));
        Assert.Single(stored, one => one.Type == "rolledBack");
        Assert.Equal("rolledBack", stored[^1].Type);
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(one => one.Version));
        Assert.Equal(stored.Select(one => one.At).Order(), stored.Select(one => one.At));
        Assert.Empty((await _sqlite.Verifier.VerifyAsync(CancellationToken.None)).Breaks);
        Assert.Empty(await _sqlite.Events.ListClaimsAsync("rollout-on/", CancellationToken.None));
    }

    private async Task ToldAsync(string subject)
    {
        while ((await _notifier.NextAsync()).Subject != subject)
        {
            // Tried while the notifier was down, or about something before.
        }
    }

    private Task<IReadOnlyList<StoredEvent>> StoredAsync(RolloutId id) => _sqlite.Events.ReadAsync($"rollout/{id}", 0, CancellationToken.None);
}
