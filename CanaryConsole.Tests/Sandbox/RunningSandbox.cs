using CanaryConsole.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox;

/// <summary>A sandbox on a free port, on the wall's clock, whose changes are done almost at once.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    private SandboxHost? _host;

    internal SandboxHost Host => _host!;

    public Uri Address => new($"http://127.0.0.1:{Host.BoundPort}");

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions { Port = 0, WeightUpdating = TimeSpan.FromMilliseconds(50), FleetUpdating = TimeSpan.FromMilliseconds(50), EndpointCreating = TimeSpan.FromMilliseconds(50) };
        _host = await SandboxHost.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
