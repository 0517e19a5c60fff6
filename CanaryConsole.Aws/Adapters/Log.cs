using Microsoft.Extensions.Logging;

namespace CanaryConsole.Aws.Adapters;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Nobody was notified of \"{Subject}\": set Aws:NotificationTopicArn to the SNS topic that people read.")]
    public static partial void NobodyNotified(ILogger logger, string subject);
}
