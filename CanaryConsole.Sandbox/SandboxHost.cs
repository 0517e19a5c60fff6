using System.Net;
using CanaryConsole.Sandbox.Control;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Identity;
using CanaryConsole.Sandbox.Invocations;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.S3;
using CanaryConsole.Sandbox.State;
using CanaryConsole.Sandbox.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox;

/// <summary>A local AWS on one loopback port.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    // Fine enough for an endpoint's states, coarse enough for a clock thirty times as fast as the wall.
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly DataPlane _plane;
    private readonly Task _pulse;
    private readonly Task _planeWork;
    private readonly PostOffice _posts;
    private readonly Task _deliveries;
    private readonly StateFolder? _folder;
    private readonly CancellationTokenSource _keeperStopping = new();
    private readonly Task _keeping;

    private SandboxHost(
        WebApplication app, Simulation simulation, DataPlane plane, PostOffice posts, StateFolder? folder, TimeProvider time, int port, ILogger logger)
    {
        (_app, Simulation, _plane, _posts, _folder, BoundPort) = (app, simulation, plane, posts, folder, port);
        _deliveries = posts.RunAsync(new Uri($"http://127.0.0.1:{port}/"), _stopping.Token);
        _keeping = folder is null ? Task.CompletedTask : new StateKeeper(simulation, folder, TimeProvider.System, logger).RunAsync(_keeperStopping.Token);
        _planeWork = plane.RunAsync(_stopping.Token);
        _pulse = PulseAsync(simulation, time, logger, _stopping.Token);
    }

    /// <summary>The port it listens on: the configured one, or the free one that was found.</summary>
    public int BoundPort { get; }

    internal Simulation Simulation { get; }

    /// <summary>Starts the world at the present of the given clock and listens on 127.0.0.1, never on another address.</summary>
    /// <exception cref="SandboxStartException">A setting is wrong, a file is missing or the port is taken.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory, CancellationToken cancellationToken)
    {
        options.Check();
        var folder = options.Folder is { Length: > 0 } path ? StateFolder.Open(path) : null;
        Simulation simulation;
        try
        {
            simulation = WorldAtStart.Begin(options, timeProvider, WorldAtStart.History, folder?.Read());
        }
        catch
        {
            folder?.Dispose();
            throw;
        }

        var plane = new DataPlane(simulation, timeProvider, options.Seed, loggerFactory.CreateLogger<DataPlane>());
        var posts = new PostOffice(simulation, timeProvider, loggerFactory.CreateLogger<PostOffice>());
        var app = Build(options, simulation, plane, posts, timeProvider, loggerFactory);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            plane.Dispose();
            posts.Dispose();
            folder?.Dispose();
            throw new SandboxStartException(
                $"Port {options.Port} on 127.0.0.1 is in use: stop the program that holds it, or set Sandbox:Port to another port (0 takes any free one).",
                exception);
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var logger = loggerFactory.CreateLogger<SandboxHost>();
        Log.Listening(logger, address, options.TimeScale);
        return new SandboxHost(app, simulation, plane, posts, folder, timeProvider, new Uri(address).Port, logger);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_pulse, _planeWork, _deliveries);
        await _app.StopAsync();
        await _app.DisposeAsync();

        // Last, so that what the last request changed is kept.
        await _keeperStopping.CancelAsync();
        await _keeping;
        _folder?.Dispose();
        _plane.Dispose();
        _posts.Dispose();
        _stopping.Dispose();
        _keeperStopping.Dispose();
    }

    private static WebApplication Build(
        SandboxOptions options, Simulation simulation, DataPlane plane, PostOffice posts, TimeProvider time, ILoggerFactory loggerFactory)
    {
        // The empty builder reads no settings file and no environment: nothing but the options says where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });

        var operations = AwsOperations.Table();
        var protocols = new Protocols
        {
            Json = new JsonProtocol(operations, simulation),
            Runtime = new RuntimeProtocol(plane.InvokeEndpoint),
        }
        .AddForm("sns", new QueryProtocol(posts.Operations, simulation))
        .AddForm("sts", new QueryProtocol(IdentityOperations.Table(), simulation))
        .AddForm("monitoring", new TypedQueryProtocol("GraniteServiceVersion20100801.", "http://monitoring.amazonaws.com/doc/2010-08-01/", operations, simulation))
        .AddService("s3", new S3Protocol(simulation));
        CheckFaults(options, protocols.Operations);
        var front = new Front(protocols, new FaultGate(simulation), new ControlApi(simulation, protocols.Operations), posts.Links, loggerFactory.CreateLogger<Front>());

        var app = builder.Build();
        app.Run(front.HandleAsync);
        return app;
    }

    private static void CheckFaults(SandboxOptions options, IReadOnlyCollection<string> operations)
    {
        try
        {
            foreach (var fault in options.Faults)
            {
                KnownTargets.Check(FaultParser.Parse(fault), operations);
            }
        }
        catch (FormatException exception)
        {
            throw new SandboxStartException($"Sandbox:Faults: {exception.Message}", exception);
        }
    }

    // Nobody may look for hours; users and alarms go on all the same.
    private static async Task PulseAsync(Simulation simulation, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pulse, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Beat(simulation, logger);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }

    private static void Beat(Simulation simulation, ILogger logger)
    {
        try
        {
            simulation.Visit(static (_, _) => true);
        }
#pragma warning disable CA1031 // One bad moment must not end the world; it is logged, and the next beat tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PulseFailed(logger, exception);
        }
    }
}
