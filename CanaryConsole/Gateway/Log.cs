namespace CanaryConsole.Gateway;

internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Error, "The invocation gateway has no AWS credentials to sign with.")]
    public static partial void GatewayHasNoCredentials(ILogger logger, Exception failure);
}
