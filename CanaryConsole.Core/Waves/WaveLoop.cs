using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Waves;

/// <summary>The hosted loop: a look every few seconds, and one right after each command. A look without waves is one small query.</summary>
internal sealed class WaveLoop(WaveRunner runner, WaveSignal signal, TimeProvider clock, ILogger<WaveLoop> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signal.Wake();
        using var poll = clock.CreateTimer(_ => signal.Wake(), null, Interval, Interval);
        while (true)
        {
            await signal.Waiting.ReadAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                await runner.RunOnceAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop must outlive whatever goes wrong in it: a wave that nobody looks after looks like one that waits.
                Log.LookFailed(logger, failure, RetryAfterFailure);
                await Task.Delay(RetryAfterFailure, clock, stoppingToken).ConfigureAwait(false);
                signal.Wake();
            }
        }
    }
}
