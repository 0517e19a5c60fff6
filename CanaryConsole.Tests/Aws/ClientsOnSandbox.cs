using CanaryConsole.Aws;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Aws;

/// <summary>Core's interfaces, through our clients and real HTTP, on a sandbox of its own for each test, under a clock moved by hand.</summary>
public abstract class ClientsOnSandbox : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private ServiceProvider _services = null!;

    internal ManualTimeProvider Clock { get; } = new();

    internal Simulation Simulation => _sandbox.Simulation;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Port = 0 }, Clock, NullLoggerFactory.Instance, CancellationToken.None);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddCanaryAws(new AwsOptions { SandboxPort = _sandbox.BoundPort })
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    internal T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
