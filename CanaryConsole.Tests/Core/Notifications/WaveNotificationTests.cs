using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Core.Waves;
using CanaryConsole.Tests.Core.Rollouts;
using CanaryConsole.Tests.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Core.Notifications;

public sealed class WaveNotificationTests : IDisposable
{
    private static readonly WaveEvent.WavePlanned Planned = new(
        new WaveId("wave-20261120-1"), new WavePlan("ranker v8", new RolloutRequest { Endpoint = "" }, [new WaveStage("production", ["prod"], true, TimeSpan.Zero)]));

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Dispatcher_WaveNeedsAPerson_TellsThemWhy()
    {
        await new SqliteEventStore(_store.Database).AppendAsync(
            new Append("wave/wave-20261120-1", 0, [New("wavePlanned", Planned), New("waveGateReached", new WaveEvent.GateReached(0)), New("waveStageStarted", new WaveEvent.StageStarted(0)), New("waveHalted", new WaveEvent.WaveHalted("prod did not complete"))]),
            CancellationToken.None);
        var notifier = new RecordingNotifier();
        using var dispatcher = new NotificationDispatcher(
            new SqliteEventStore(_store.Database), new SqliteCursorStore(_store.Database), notifier, new NotificationSignal(), TimeProvider.System, new WallClock(TimeProvider.System), NullLogger<NotificationDispatcher>.Instance);

        await dispatcher.RunOnceAsync(CancellationToken.None);

        Assert.Equal(["ranker v8: wave waits for approval", "ranker v8: wave halted, a person is needed"], notifier.Subjects);
        await notifier.NextAsync();
        Assert.Equal(
            "Halted, nothing more is started: prod did not complete.\n\nWave: wave-20261120-1\nAt: 2026-11-20 03:00:00 UTC",
            (await notifier.NextAsync()).Body);
    }

    private static NewEvent New(string type, WaveEvent happened) => new(type, RolloutSamples.Start, "monitor", JsonSerializer.Serialize(happened, CoreJson.Options));
}
