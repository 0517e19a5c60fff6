using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Monitoring;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Error, "A look by the monitor failed; the next one comes")]
    public static partial void TickFailed(ILogger logger, Exception failure);

    [LoggerMessage(1102, LogLevel.Error, "Rollout {Rollout}: the event store failed, nothing was decided")]
    public static partial void StoreFailed(ILogger logger, Exception failure, string rollout);

    [LoggerMessage(1103, LogLevel.Error, "Rollout {Rollout}: this look failed; the next one comes")]
    public static partial void RolloutFailed(ILogger logger, Exception failure, string rollout);

    [LoggerMessage(1104, LogLevel.Critical, "A look at the active rollouts is {Overdue} overdue; guards do not act meanwhile")]
    public static partial void LookOverdue(ILogger logger, TimeSpan overdue);

    [LoggerMessage(1105, LogLevel.Error, "Nobody could be told that looks stay away; trying again")]
    public static partial void LateLookUntold(ILogger logger, Exception failure);
}
