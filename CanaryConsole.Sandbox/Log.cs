using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The local AWS listens on {Address}, clock x {TimeScale}")]
    public static partial void Listening(ILogger logger, string address, double timeScale);

    [LoggerMessage(2, LogLevel.Debug, "Refused {Target}: {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, string? target, string code, string reason);

    [LoggerMessage(3, LogLevel.Error, "The simulation failed at one moment and goes on")]
    public static partial void PulseFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "A request failed inside the sandbox: {Target}")]
    public static partial void Failed(ILogger logger, Exception exception, string? target);

    [LoggerMessage(40, LogLevel.Warning, "A file of captured invocations of {Endpoint} could not be written to bucket {Bucket}: {Reason}")]
    public static partial void CaptureLost(ILogger logger, string endpoint, string bucket, string reason);

    [LoggerMessage(50, LogLevel.Error, "The state could not be written into its folder and is tried again: {Reason}")]
    public static partial void StateLost(ILogger logger, string reason);
}
