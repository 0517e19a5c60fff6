using CanaryConsole.Core;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Tests.Schedules;

/// <summary>The console survives its own bugs and logs them; a schedule must not.</summary>
internal sealed class BugWatch(Life life, Laws laws) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error && exception is not (null or StoreException or CloudException) && !life.IsOver)
        {
            laws.Break($"{formatter(state, exception)}: {exception}");
        }
    }

    public void Dispose()
    {
    }
}
