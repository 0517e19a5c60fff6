namespace CanaryConsole.Tests.Web;

/// <summary>One web application for a test class; each test gets it as new.</summary>
public sealed class ConsoleFixture : IDisposable
{
    private readonly ConsoleFactory _console = new();

    internal ConsoleFactory Fresh()
    {
        _console.Reset();
        return _console;
    }

    public void Dispose() => _console.Dispose();
}
