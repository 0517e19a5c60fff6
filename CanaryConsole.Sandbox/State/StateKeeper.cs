using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.State;

/// <summary>Writes the world into its folder, every two seconds where it has changed, and once more at the end.</summary>
internal sealed class StateKeeper(Simulation simulation, StateFolder folder, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                Keep();
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Keep();
        }
    }

    public void Keep()
    {
        try
        {
            // Put into bytes while nothing changes; written when the world may go on.
            folder.Write(simulation.Visit(static (world, _) => StateFolder.Bytes(WorldRecording.Of(world))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.StateLost(logger, exception.Message);
        }
    }
}
