namespace CanaryConsole.Live;

internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Warning, "A client of the hub was slow to take update {Sequence}; the others go on")]
    public static partial void SlowClient(ILogger logger, long sequence);
}
