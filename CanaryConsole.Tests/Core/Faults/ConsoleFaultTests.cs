using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Core.Monitoring;
using CanaryConsole.Tests.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>Faults of the console and what it stands on: F16, F17, F27, F29 and F35 of the list in docs/faults.md.</summary>
public sealed class ConsoleFaultTests
{
    [Fact]
    public async Task F16_TwoConsolesOnOneStore_NeitherActsOnWhatTheOtherHasEnded()
    {
        var clock = new ManualTimeProvider();
        var (cloud, store) = (new FakeCloud(clock), new InMemoryEventStore());
        using var first = new MonitorBench(store, cloud, clock);
        using var second = new MonitorBench(store, cloud, clock);
        var id = await first.StartAsync();
        cloud.Fail["SetWeights"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
        await first.UntilAsync(id, RolloutPhase.Baking);
        await second.TickAsync();
        cloud.Calls.Clear();

        await first.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await second.TickAsync();
        await first.UntilAsync(id, RolloutPhase.RolledBack);
        await second.TickAsync();

        Assert.Equal(RolloutPhase.RolledBack, second.State(id).Phase);
        Assert.Equal(0, cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        Assert.Single(store.TypesOf($"rollout/{id}"), "rollbackStarted");
        Assert.Single(store.TypesOf($"rollout/{id}"), "rolledBack");
    }

    [Fact]
    public async Task F17_LooksStayAway_IsShownAndToldOnce()
    {
        var notifier = new RecordingNotifier();
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        using var alarm = Alarm(bench, notifier);
        await alarm.CheckAsync(CancellationToken.None);
        Assert.Empty(notifier.Subjects);

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await alarm.CheckAsync(CancellationToken.None);
        await alarm.CheckAsync(CancellationToken.None);

        Assert.Equal(["CanaryConsole: the monitor is late"], notifier.Subjects);
        Assert.Contains(bench.Snapshot.Sources, source => source is { Name: "Monitor", FailingSince: not null });

        await bench.TickAsync();
        await alarm.CheckAsync(CancellationToken.None);
        Assert.Contains(bench.Snapshot.Sources, source => source is { Name: "Monitor", FailingSince: null });
        Assert.Single(notifier.Subjects);
    }

    [Fact]
    public async Task F17_PageThatDidNotGoOut_IsTriedAgain()
    {
        var notifier = new RecordingNotifier { Answer = (attempt, _) => attempt == 1 ? throw new CloudException(CloudFailure.Unavailable, "SNS does not answer.") : Task.CompletedTask };
        using var bench = new MonitorBench();
        await bench.UntilAsync(await bench.StartAsync(), RolloutPhase.Baking);
        using var alarm = Alarm(bench, notifier);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        await alarm.CheckAsync(CancellationToken.None);
        await alarm.CheckAsync(CancellationToken.None);
        await alarm.CheckAsync(CancellationToken.None);

        Assert.Equal(2, notifier.Subjects.Count);
    }

    [Fact]
    public async Task F27_ApprovalThatNobodyPassedOn_IsFoundByTheNextLook()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { ApprovalRequired = true });
        await bench.UntilAsync(id, RolloutPhase.AwaitingApproval);

        // Written by another console: no call, no signal, only the store has it.
        using var other = new MonitorBench(bench.Store, bench.Cloud, bench.Clock);
        Assert.IsType<CommandResult.Accepted>(await other.Rollouts.ApproveAsync(id, null, null, "ann", CancellationToken.None));

        await bench.UntilAsync(id, RolloutPhase.Completed);
    }

    [Fact]
    public async Task F29_StoreThatNeverAnswers_HoldsUpNoRollback()
    {
        var clock = new ManualTimeProvider();
        var store = new HangingStore(new InMemoryEventStore());
        using var bench = new MonitorBench(clock: clock, more: services => services.AddSingleton<IEventStore>(store).AddSingleton(new WallClock(new HastyTimers(clock))));
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        store.Hangs = true;
        Assert.IsType<CommandResult.Accepted>(await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None));
        await bench.TickAsync();
        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);

        store.Hangs = false;
        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal(1, (await store.ReadAsync($"rollout/{id}", 0, CancellationToken.None)).Count(one => one.Type == "rollbackStarted"));
    }

    [Fact]
    public async Task F35_CredentialsExpired_StopLoudlyAndTheWayBackGoesOnWhenTheyAreBack()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();
        bench.Cloud.Fail["SetWeights"] = new CloudException(CloudFailure.AccessDenied, "The security token included in the request is expired");
        await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);

        await bench.TickAsync();
        Assert.Equal((RolloutPhase.RollingBack, true), (bench.State(id).Phase, bench.State(id).Paged));

        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
    }

    private static LateLookAlarm Alarm(MonitorBench bench, RecordingNotifier notifier) => new(
        bench.Service<LookWatch>(), bench.Service<RolloutLedger>(), bench.Ticker, bench.Service<SourceTracker>(), notifier, bench.Clock, new WallClock(bench.Clock), NullLogger<LateLookAlarm>.Instance);
}
