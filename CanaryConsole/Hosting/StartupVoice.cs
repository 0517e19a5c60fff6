using CanaryConsole.Hosting.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CanaryConsole.Hosting;

/// <summary>
/// Says where the console is once it is up. Until then a failure to start is told by the sentence on the error stream alone: the
/// framework's own account of it, with its stack trace, is held back.
/// </summary>
internal sealed class StartupVoice(IServer server, ConsoleSettings settings, StartupHush hush, ILogger<StartupVoice> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        hush.Lift();
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (settings.IsSandbox)
        {
            Log.UpInSandbox(logger, string.Join(", ", addresses), settings.Aws.SandboxPort, settings.TimeScale);
        }
        else
        {
            Log.UpInAws(logger, string.Join(", ", addresses), settings.Aws.Region);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Holds back, until lifted, what the framework logs of a failed start.</summary>
internal sealed class StartupHush
{
    private static readonly string[] Categories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private volatile bool _lifted;

    public StartupHush(ILoggingBuilder logging)
    {
        foreach (var category in Categories)
        {
            logging.AddFilter(category, level => level >= LogLevel.Warning && (_lifted || level < LogLevel.Error));
        }
    }

    public void Lift() => _lifted = true;
}
