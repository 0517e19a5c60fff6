using CanaryConsole.Core;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Tests.Core.Rollouts;
using CanaryConsole.Tests.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Core.Notifications;

public sealed class NotificationDispatcherTests : IDisposable
{
    private const string RollbackSubject = "media-ranker: automatic rollback started";
    private const string DoneSubject = "media-ranker: rolled back";

    private static readonly RolloutEvent.RollbackStarted Rollback = new("8 % of requests failed", true, RolloutEventSamples.Assessments);
    private static readonly RolloutEvent.RolledBack Done = new(TimeSpan.FromSeconds(42));

    private readonly TemporaryStore _store = new();
    private readonly RecordingNotifier _notifier = new();
    private readonly NotificationSignal _signal = new();
    private readonly ImpatientTimeProvider _impatient = new(NotificationDispatcher.PublishLimit);
    private readonly SqliteCursorStore _cursors;

    public NotificationDispatcherTests() => _cursors = new(_store.Database);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task RunOnce_Rollback_IsToldOnceAndInOrder()
    {
        await AppendAsync(Planned(), new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "first"), Rollback, Done);
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);
        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([RollbackSubject, DoneSubject], _notifier.Subjects);
        await _notifier.NextAsync();
        Assert.Contains("Why: 8 % of requests failed.", (await _notifier.NextAsync()).Body, StringComparison.Ordinal);
        Assert.Equal(4, await CursorAsync());
    }

    [Fact]
    public async Task RunOnce_AfterARestart_GoesOnAtTheCursor()
    {
        await AppendAsync(Planned(), Rollback);
        using (var before = Dispatcher(_impatient))
        {
            await before.RunOnceAsync(CancellationToken.None);
        }

        await AppendMoreAsync(2, Done);
        using var after = Dispatcher(_impatient);
        await after.RunOnceAsync(CancellationToken.None);

        Assert.Equal([RollbackSubject, DoneSubject], _notifier.Subjects);
    }

    [Fact]
    public async Task RunOnce_MoreThanAPage_ReadsToTheEnd()
    {
        await AppendAsync([Planned(), .. Enumerable.Repeat<RolloutEvent>(new RolloutEvent.StepHeld("requests", "few"), 250), Rollback]);
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([RollbackSubject], _notifier.Subjects);
        Assert.Equal(252, await CursorAsync());
    }

    [Fact]
    public async Task RunOnce_OtherStreamsAndUnreadableEvents_ArePassedOver()
    {
        await AppendAsync(Planned());
        await _store.Events.AppendAsync(new("weights/x", 0, [new("rollbackStarted", DateTimeOffset.UnixEpoch, "ann", "{}")]), CancellationToken.None);
        await _store.Events.AppendAsync(new("rollout/r-1", 1, [new("rolledBack", DateTimeOffset.UnixEpoch, "monitor", "{}")]), CancellationToken.None);
        await AppendMoreAsync(2, Rollback);
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([RollbackSubject], _notifier.Subjects);
    }

    [Fact]
    public async Task RunOnce_TopicFailsForAWhile_TriesAgainWithGrowingWaits()
    {
        await AppendAsync(Planned(), Rollback, Done);
        _notifier.Answer = (request, _) => request <= 8 ? throw new CloudException(CloudFailure.Throttled, "slow down") : Task.CompletedTask;
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([.. Enumerable.Repeat(RollbackSubject, 9), DoneSubject], _notifier.Subjects);
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], _impatient.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task RunOnce_TopicNeverAnswersWell_GivesTheEventUpAndGoesOn()
    {
        await AppendAsync(Planned(), Rollback, Done);
        _notifier.Answer = (request, _) => request <= NotificationDispatcher.MaxAttempts ? throw new InvalidOperationException("a bug") : Task.CompletedTask;
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([.. Enumerable.Repeat(RollbackSubject, NotificationDispatcher.MaxAttempts), DoneSubject], _notifier.Subjects);
        Assert.Equal(3, await CursorAsync());
    }

    [Fact]
    public async Task RunOnce_MessageItselfIsWrong_IsGivenUpEarly()
    {
        await AppendAsync(Planned(), Rollback, Done);
        _notifier.Answer = (request, _) => request <= NotificationDispatcher.MaxAttemptsWhenInvalid ? throw new CloudException(CloudFailure.Invalid, "bad subject") : Task.CompletedTask;
        using var dispatcher = Dispatcher(_impatient);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal([RollbackSubject, RollbackSubject, RollbackSubject, DoneSubject], _notifier.Subjects);
    }

    [Fact]
    public async Task RunOnce_StoppedBetweenAttempts_KeepsTheCursorBeforeTheEvent()
    {
        await AppendAsync(Planned(), Rollback);
        using var stop = new CancellationTokenSource();
        _notifier.Answer = (_, _) =>
        {
            stop.Cancel();
            throw new CloudException(CloudFailure.Unavailable, "away");
        };
        using var dispatcher = Dispatcher(new ManualTimeProvider());

        await Assert.ThrowsAnyAsync<Exception>(() => dispatcher.RunOnceAsync(stop.Token));

        Assert.InRange(await CursorAsync(), 0, 1);
    }

    [Fact]
    public async Task RunOnce_TopicDoesNotAnswer_IsCutOffAfterTenSeconds()
    {
        await AppendAsync(Planned(), Rollback);
        var clock = new ManualTimeProvider();
        var cutOff = new TaskCompletionSource<TimeSpan>();
        var start = clock.GetUtcNow();
        _notifier.Answer = async (request, token) =>
        {
            if (request == 1)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ContinueWith(_ => cutOff.SetResult(clock.GetUtcNow() - start), TaskScheduler.Default);
                token.ThrowIfCancellationRequested();
            }
        };
        using var dispatcher = Dispatcher(clock);
        var running = dispatcher.RunOnceAsync(CancellationToken.None);
        await _notifier.NextAsync();

        clock.Advance(NotificationDispatcher.PublishLimit);

        Assert.Equal(NotificationDispatcher.PublishLimit, await cutOff.Task);
        while (!running.IsCompleted)
        {
            // The wait before the second attempt begins on a thread of its own.
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await running;
        Assert.Equal([RollbackSubject, RollbackSubject], _notifier.Subjects);
    }

    [Fact]
    public async Task Start_WokenOrAtTheNextPoll_TellsWhatWasStoredMeanwhile()
    {
        var clock = new ManualTimeProvider();
        await AppendAsync(Planned(), new RolloutEvent.AttentionRequested("evidence is missing"));
        using var dispatcher = Dispatcher(clock);
        await dispatcher.StartAsync(CancellationToken.None);
        Assert.Equal("media-ranker: a rollout needs attention", (await _notifier.NextAsync()).Subject);

        await AppendMoreAsync(2, Rollback);
        _signal.Wake();
        Assert.Equal(RollbackSubject, (await _notifier.NextAsync()).Subject);

        await AppendMoreAsync(3, Done);
        clock.Advance(NotificationDispatcher.PollInterval);
        Assert.Equal(DoneSubject, (await _notifier.NextAsync()).Subject);

        await dispatcher.StopAsync(CancellationToken.None);
        Assert.Equal(3, _notifier.Subjects.Count);
    }

    [Fact]
    public async Task Start_StoreFailsForAWhile_LivesOn()
    {
        await AppendAsync(Planned(), Rollback);
        var failing = new FailingCursors(_cursors, failures: 3);
        using var dispatcher = new NotificationDispatcher(_store.Events, failing, _notifier, _signal, _impatient, new WallClock(_impatient), NullLogger<NotificationDispatcher>.Instance);

        await dispatcher.StartAsync(CancellationToken.None);

        Assert.Equal(RollbackSubject, (await _notifier.NextAsync()).Subject);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    private static RolloutEvent.RolloutPlanned Planned() => new(new("r-1"), RolloutEventSamples.Plan, "digest");

    private NotificationDispatcher Dispatcher(TimeProvider clock) =>
        new(_store.Events, _cursors, _notifier, _signal, clock, new WallClock(clock), NullLogger<NotificationDispatcher>.Instance);

    private Task<long> CursorAsync() => _cursors.ReadAsync(NotificationDispatcher.Reader, CancellationToken.None);

    private Task AppendAsync(params RolloutEvent[] events) => AppendMoreAsync(0, events);

    private async Task AppendMoreAsync(int expectedVersion, params RolloutEvent[] events) => Assert.IsType<AppendResult.Appended>(await _store.Events.AppendAsync(
        new("rollout/r-1", expectedVersion, [.. events.Select(happened => RolloutEventJson.ToNew(happened, DateTimeOffset.UnixEpoch, "monitor"))]),
        CancellationToken.None));

    private sealed class FailingCursors(ICursorStore inner, int failures) : ICursorStore
    {
        private int _failures = failures;

        public Task<long> ReadAsync(string reader, CancellationToken cancellationToken) =>
            _failures-- > 0 ? throw new StoreException("locked") : inner.ReadAsync(reader, cancellationToken);

        public Task SaveAsync(string reader, long position, CancellationToken cancellationToken) => inner.SaveAsync(reader, position, cancellationToken);
    }
}
