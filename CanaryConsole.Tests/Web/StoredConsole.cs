using CanaryConsole.Core.Storage;
using CanaryConsole.Hosting.Settings;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Tests.Web;

/// <summary>The web application on an event store that keeps what is written to it, for what is nothing but its events.</summary>
internal sealed class StoredConsole : IDisposable
{
    private readonly ConsoleFactory _console = new();
    private readonly WebApplicationFactory<ConsoleSettings> _stored;

    public StoredConsole() => _stored = _console.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        services.Replace(ServiceDescriptor.Singleton<IEventStore>(Store));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
    }));

    public InMemoryEventStore Store { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public FakeRolloutService Rollouts => _console.Rollouts;

    public FakeCloud Cloud => _console.Cloud;

    public HttpClient Client => _stored.CreateClient();

    public void Dispose()
    {
        _stored.Dispose();
        _console.Dispose();
    }
}
