namespace CanaryConsole.Tests.Browser;

/// <summary>Stories that share a console and its browser. What a story opened is closed behind it: a live page goes on drawing, and takes that from the next one.</summary>
public abstract class BrowserStory<TConsole>(TConsole console) : IClassFixture<TConsole>, IAsyncLifetime
    where TConsole : RunningConsole
{
    protected TConsole Running { get; } = console;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Running.ClosePagesAsync();
}
