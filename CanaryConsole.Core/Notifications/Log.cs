using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Notifications;

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Information, "Told people: {Subject}")]
    public static partial void Published(ILogger logger, string subject);

    [LoggerMessage(1202, LogLevel.Warning, "Attempt {Attempt} to tell people \"{Subject}\" failed ({Problem}); the next comes in {Delay}")]
    public static partial void PublishFailed(ILogger logger, int attempt, string subject, string problem, TimeSpan delay);

    [LoggerMessage(1203, LogLevel.Error, "Given up telling people \"{Subject}\" after {Attempts} attempts ({Problem}); the console's pages show it nevertheless")]
    public static partial void GivenUp(ILogger logger, int attempts, string subject, string problem);

    [LoggerMessage(1204, LogLevel.Error, "Event {Version} of {Stream} cannot be read, so nobody is told about it")]
    public static partial void Unreadable(ILogger logger, Exception failure, string stream, int version);

    [LoggerMessage(1205, LogLevel.Error, "Notifications could not be read from the store; the next attempt comes in {Delay}")]
    public static partial void RoundFailed(ILogger logger, Exception failure, TimeSpan delay);
}
