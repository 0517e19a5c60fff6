using System.Threading.Channels;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Monitoring;

/// <summary>The hosted loops: the tick at its pace, and looks asked for in between.</summary>
internal sealed class MonitorService(RolloutLedger ledger, MonitorTick tick, MonitorNudge nudge, TimeProvider clock, ILogger<MonitorService> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _tickNow = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(TickAsync(stoppingToken), LookAsync(stoppingToken)).ConfigureAwait(false);
    }

    private async Task LoadAsync(CancellationToken stoppingToken)
    {
        while (!await SurvivesAsync(ledger.LoadAsync, stoppingToken).ConfigureAwait(false))
        {
            await Task.Delay(RetryAfterFailure, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var healthy = await SurvivesAsync(tick.RunOnceAsync, stoppingToken).ConfigureAwait(false);
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(
                Task.Delay(healthy ? tick.NextDelay : RetryAfterFailure, clock, rest.Token),
                _tickNow.Reader.WaitToReadAsync(rest.Token).AsTask()).ConfigureAwait(false);
            await rest.CancelAsync().ConfigureAwait(false);
            _tickNow.Reader.TryRead(out _);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        await foreach (var endpoint in nudge.Waiting.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await SurvivesAsync(token => tick.LookAsync(endpoint, token), stoppingToken).ConfigureAwait(false);
            _tickNow.Writer.TryWrite(true);
        }
    }

    /// <summary>The one catch-all: a tick that fails is logged and shown, and the next one comes.</summary>
    private async Task<bool> SurvivesAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, failure);
            tick.PublishFailure();
            return false;
        }
    }
}
