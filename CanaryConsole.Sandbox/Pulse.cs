using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox;

/// <summary>Nobody may look for hours; users and alarms go on all the same.</summary>
internal sealed class Pulse(Simulation simulation, TimeProvider time, ILogger logger)
{
    // Fine enough for an endpoint's states, coarse enough for a clock thirty times as fast as the wall.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Beat();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }

    private void Beat()
    {
        try
        {
            simulation.Visit(static (_, _) => true);
        }
#pragma warning disable CA1031 // One bad moment must not end the world; it is logged, and the next beat tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PulseFailed(logger, exception);
        }
    }
}
