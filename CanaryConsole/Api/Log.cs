namespace CanaryConsole.Api;

internal static partial class Log
{
    [LoggerMessage(4051, LogLevel.Warning, "The answer to Idempotency-Key {Key} could not be kept, so a repeat will run again: {Problem}")]
    public static partial void AnswerNotKept(ILogger logger, string key, string problem);
}
