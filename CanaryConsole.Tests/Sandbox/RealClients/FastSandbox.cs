using CanaryConsole.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>A sandbox on a free port and on a clock thirty times as fast as the wall, so that alarms and bakes take their real time and nobody waits for it.</summary>
public sealed class FastSandbox : IAsyncLifetime
{
    private SandboxHost? _host;

    public Uri Address => new($"http://127.0.0.1:{_host!.BoundPort}");

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions
        {
            Port = 0,
            EndpointCreating = TimeSpan.FromSeconds(20),
            FleetUpdating = TimeSpan.FromSeconds(20),
            EndpointDeleting = TimeSpan.FromSeconds(5),
        };
        _host = await SandboxHost.StartAsync(options, new ScaledTimeProvider(TimeProvider.System, 30), NullLoggerFactory.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _host!.DisposeAsync();
}
