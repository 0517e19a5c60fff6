using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Waves;

internal static partial class Log
{
    [LoggerMessage(1501, LogLevel.Information, "Wave {Wave}: event {Version}, {Event}")]
    public static partial void Happened(ILogger logger, string wave, int version, string @event);

    [LoggerMessage(1502, LogLevel.Warning, "Wave {Wave}: the rollout on {Endpoint} could not be started yet: {Problem}")]
    public static partial void StartDelayed(ILogger logger, string wave, string endpoint, string problem);

    [LoggerMessage(1503, LogLevel.Error, "The waves could not be looked after; the next look comes in {Delay}")]
    public static partial void LookFailed(ILogger logger, Exception failure, TimeSpan delay);
}
