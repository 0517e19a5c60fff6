using CanaryConsole.Sandbox.Protocol;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Capture;

/// <summary>Writes captured files to S3 every ten seconds of the sandbox's clock, outside the world's lock, and what is left at the end.</summary>
internal sealed class CaptureWriter(Simulation simulation, TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Write(all: false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Write(all: true);
        }
    }

    internal void Write(bool all)
    {
        var (capture, buckets, now) = simulation.Glance(0, static (world, now, _) => (world.Capture, world.Buckets, now));
        foreach (var file in capture.Take(now, all))
        {
            try
            {
                buckets.Put(file.Rule.Bucket, file.Key, file.Content(), "application/jsonlines", now);
            }
            catch (Exception exception) when (exception is AwsErrorException or IOException or UnauthorizedAccessException)
            {
                // As on AWS, a capture that cannot be written is lost and the invocations are not disturbed.
                Log.CaptureLost(logger, file.Endpoint, file.Rule.Bucket, exception.Message);
            }
        }
    }
}
