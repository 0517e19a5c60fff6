using System.Threading.Channels;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Monitoring;

/// <summary>The hosted loops: the tick at its pace, looks asked for in between, the gateway's seconds, and the way back. None waits for another.</summary>
internal sealed class MonitorService(RolloutLedger ledger, MonitorTick tick, MonitorNudge nudge, TimeProvider clock, WallClock wall, ILogger<MonitorService> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>A look that takes longer hangs on something that has no limit of its own; the next one starts afresh.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(10);

    /// <summary>The gateway counts in seconds.</summary>
    private static readonly TimeSpan GatewayInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WayBackInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WayBackJitter = TimeSpan.FromSeconds(1.5);

    // Each console its own, so that several do not ask in step.
    private readonly Random _jitter = new(HashCode.Combine(Environment.MachineName, Environment.ProcessId));

    private readonly Channel<bool> _tickNow = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(TickAsync(stoppingToken), LookAsync(stoppingToken), GatewayAsync(stoppingToken), WayBackAsync(stoppingToken)).ConfigureAwait(false);
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

    private async Task GatewayAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(GatewayInterval, clock, stoppingToken).ConfigureAwait(false);
            await SurvivesAsync(tick.LookThroughGatewayAsync, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>The way back has a pace of its own, at most 5 s, whatever metrics, lists and other endpoints take.</summary>
    private async Task WayBackAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(WayBackInterval + (WayBackJitter * _jitter.NextDouble()), clock, stoppingToken).ConfigureAwait(false);
            await SurvivesAsync(tick.LookBackAsync, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>The one catch-all: a tick that fails is logged and shown, and the next one comes.</summary>
    private async Task<bool> SurvivesAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource(LongestLook, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stoppingToken);
        try
        {
            await work(either.Token).ConfigureAwait(false);
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
