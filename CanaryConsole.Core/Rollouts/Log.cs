using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Rollouts;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Rollout {Rollout}: event {Version}, {Event}")]
    public static partial void Happened(ILogger logger, string rollout, int version, string @event);

    [LoggerMessage(1002, LogLevel.Warning, "Rollout {Rollout}: {Action} did not work: {Problem}")]
    public static partial void ActionFailed(ILogger logger, string rollout, string action, string problem);

    [LoggerMessage(1003, LogLevel.Critical, "Rollout {Rollout}: the event store cannot be written; {Count} events are kept in memory until it can be")]
    public static partial void EventsKept(ILogger logger, Exception failure, string rollout, int count);
}
