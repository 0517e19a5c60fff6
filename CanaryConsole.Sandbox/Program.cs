using System.Runtime.InteropServices;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.Logging;

if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

try
{
    var options = CommandLine.Parse(args);
    using var stopping = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stopping.Cancel();
    };
    using var terminated = PosixSignalRegistration.Create(
        PosixSignal.SIGTERM,
        context =>
        {
            context.Cancel = true;
            stopping.Cancel();
        });
    using var loggers = new LoggerFactory();
    var clock = options.TimeScale > 1 ? new ScaledTimeProvider(TimeProvider.System, options.TimeScale, options.TimeOrigin) : TimeProvider.System;
    await using var host = await SandboxHost.StartAsync(options, clock, loggers, stopping.Token);
    Console.WriteLine($"The local AWS listens on http://127.0.0.1:{host.BoundPort}; press Ctrl+C to stop it.");
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (SandboxStartException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
