using CanaryConsole.Live;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Components.Sandbox;

/// <summary>A page against a real sandbox on a free port.</summary>
public abstract class SandboxTestContext : ConsoleTestContext, IAsyncLifetime
{
    private SandboxHost? _host;

    protected HttpClient Http { get; } = new();

    protected SandboxDesk Desk => Services.GetRequiredService<SandboxDesk>();

    private protected SandboxHost Host => _host!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions { Port = 0 }, Clock, NullLoggerFactory.Instance, CancellationToken.None);
        Http.BaseAddress = new Uri($"http://127.0.0.1:{_host.BoundPort}");
        Services.AddSingleton(new SandboxControlClient(Http));
        Services.AddSingleton<SandboxDesk>();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Http.Dispose();
        await Host.DisposeAsync();
    }
}
