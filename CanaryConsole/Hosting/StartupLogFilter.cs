namespace CanaryConsole.Hosting;

/// <summary>
/// Until the console is up, a failure to start is told by the sentence on the error stream alone. The framework's own account of it,
/// with its stack trace, is held back; once started, those categories speak again.
/// </summary>
internal sealed class StartupLogFilter : IHostedLifecycleService
{
    private static readonly string[] Categories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Hosting.Diagnostics"];

    private volatile bool _started;

    public void Hush(ILoggingBuilder logging)
    {
        foreach (var category in Categories)
        {
            logging.AddFilter(category, level => _started ? level >= LogLevel.Warning : level == LogLevel.Warning);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = true;
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
