namespace CanaryConsole.Hosting;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "CanaryConsole is at {Addresses}, with a local AWS on 127.0.0.1:{Port}, clock x {Scale}. Press Ctrl+C to stop.")]
    public static partial void UpInSandbox(ILogger logger, string addresses, int port, double scale);

    [LoggerMessage(4002, LogLevel.Information, "CanaryConsole is at {Addresses}, working on AWS in {Region}. Press Ctrl+C to stop.")]
    public static partial void UpInAws(ILogger logger, string addresses, string region);
}
