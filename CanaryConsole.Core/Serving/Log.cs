using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Serving;

internal static partial class Log
{
    [LoggerMessage(1401, LogLevel.Information, "Endpoint {Endpoint}: what it serves was seen to be {Split}")]
    public static partial void Seen(ILogger logger, string endpoint, string split);

    [LoggerMessage(1402, LogLevel.Warning, "What the endpoints serve could not be recorded; the next look tries again")]
    public static partial void NotRecorded(ILogger logger, Exception failure);
}
