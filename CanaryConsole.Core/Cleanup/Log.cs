using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Cleanup;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Kind} {Name} was deleted by {Actor}: nothing used it")]
    public static partial void Deleted(ILogger logger, LeftoverKind kind, string name, string actor);
}
