using CanaryConsole.Sandbox.Capture;
using CanaryConsole.Sandbox.Containers;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>All that serves invocations, and what goes on beside them: health checks, copies for shadow variants, captured data on its way to S3.</summary>
internal sealed class DataPlane : IDisposable
{
    private readonly ContainerClient _client;
    private readonly ContainerHealth _health;
    private readonly ShadowCopies _copies;
    private readonly CaptureWriter _captures;

    public DataPlane(Simulation simulation, TimeProvider time, int seed, ILogger logger)
    {
        // What a container needs and what the sandbox adds are real time, whatever the pace of the sandbox's clock.
        var wall = TimeProvider.System;
        _client = new ContainerClient(wall);
        _health = new ContainerHealth(simulation, _client, time);
        var call = new ContainerCall(simulation, _client, wall);
        _copies = new ShadowCopies(simulation, call, wall);
        _captures = new CaptureWriter(simulation, time, logger);
        InvokeEndpoint = new InvokeEndpointOperation(simulation, time, wall, call, _copies, seed);
    }

    public InvokeEndpointOperation InvokeEndpoint { get; }

    public void Dispose() => _client.Dispose();

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        _health.RunAsync(cancellationToken), _copies.RunAsync(cancellationToken), _captures.RunAsync(cancellationToken));
}
