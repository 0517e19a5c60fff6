using System.Globalization;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Monitoring;

/// <summary>
/// Watches the monitor from outside: it shares neither its loop nor the store. When looks stay away while a rollout is active, the page shows it and people are told,
/// once each time, because then nothing else can tell them.
/// </summary>
internal sealed class LateLookAlarm(
    LookWatch looks,
    RolloutLedger ledger,
    MonitorTick tick,
    SourceTracker sources,
    INotifier notifier,
    TimeProvider clock,
    WallClock wall,
    ILogger<LateLookAlarm> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan TellLimit = TimeSpan.FromSeconds(10);

    private bool _isTold;

    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        var overdue = looks.Overdue();
        if (overdue < LookWatch.Late || !ledger.All.Any(rollout => rollout.NeedsAttention))
        {
            _isTold = false;
            return;
        }

        var problem = string.Create(CultureInfo.InvariantCulture, $"A look at the active rollouts is {overdue.TotalSeconds:0} s overdue; guards do not act meanwhile.");
        sources.Failed(SourceTracker.Monitor, problem);
        tick.PublishFailure();
        if (_isTold)
        {
            return;
        }

        Log.LookOverdue(logger, overdue);
        _isTold = await TellAsync(problem, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await CheckAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> TellAsync(string problem, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TellLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var active = ledger.All.Where(rollout => rollout.NeedsAttention).Select(rollout => $"{rollout.State.Id} ({rollout.State.Phase})");
            var notification = new Notification("CanaryConsole: the monitor is late", $"{problem}\n\nActive: {string.Join(", ", active)}\nIf it stays, restart the console: it goes on where it was.");
            await notifier.PublishAsync(notification, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The next check tries again: a page that did not go out is none.
            Log.LateLookUntold(logger, failure);
            return false;
        }
    }
}
