using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Backtests;

internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Error, "Backtest {Backtest} stopped on an error")]
    public static partial void BacktestFailed(ILogger logger, Exception failure, string backtest);
}
