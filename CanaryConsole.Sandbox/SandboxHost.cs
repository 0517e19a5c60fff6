using CanaryConsole.Sandbox.Control;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Identity;
using CanaryConsole.Sandbox.Invocations;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.S3;
using CanaryConsole.Sandbox.State;
using CanaryConsole.Sandbox.Topics;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox;

/// <summary>A local AWS on one loopback port.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly Listener _listener;
    private readonly DataPlane _plane;
    private readonly PostOffice _posts;
    private readonly StateFolder? _folder;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stoppingKeeper = new();
    private readonly Task _work;
    private readonly Task _keeping;

    private SandboxHost(Simulation simulation, Listener listener, DataPlane plane, PostOffice posts, StateFolder? folder, Pulse pulse, StateKeeper? keeper)
    {
        (Simulation, _listener, _plane, _posts, _folder, BoundPort) = (simulation, listener, plane, posts, folder, listener.Address.Port);
        _work = Task.WhenAll(plane.RunAsync(_stopping.Token), posts.RunAsync(listener.Address, _stopping.Token), pulse.RunAsync(_stopping.Token));
        _keeping = keeper?.RunAsync(_stoppingKeeper.Token) ?? Task.CompletedTask;
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
        DataPlane? plane = null;
        PostOffice? posts = null;
        try
        {
            var simulation = WorldAtStart.Begin(options, timeProvider, WorldAtStart.History, folder?.Read());
            plane = new DataPlane(simulation, timeProvider, options.Seed, loggerFactory.CreateLogger<DataPlane>());
            posts = new PostOffice(simulation, timeProvider, loggerFactory.CreateLogger<PostOffice>());
            var front = FrontOf(simulation, plane, posts, options, loggerFactory.CreateLogger<Front>());
            var listener = await Listener.StartAsync(options.Port, front, loggerFactory, cancellationToken);
            var logger = loggerFactory.CreateLogger<SandboxHost>();
            Log.Listening(logger, listener.Address.GetLeftPart(UriPartial.Authority), options.TimeScale);

            // The folder is written at the wall's pace: a fast clock must not wear out a disk.
            var keeper = folder is null ? null : new StateKeeper(simulation, folder, TimeProvider.System, logger);
            return new SandboxHost(simulation, listener, plane, posts, folder, new Pulse(simulation, timeProvider, logger), keeper);
        }
        catch
        {
            posts?.Dispose();
            plane?.Dispose();
            folder?.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
        await _listener.DisposeAsync();

        // Last, so that what the last request changed is kept.
        await _stoppingKeeper.CancelAsync();
        await _keeping;
        _folder?.Dispose();
        _plane.Dispose();
        _posts.Dispose();
        _stopping.Dispose();
        _stoppingKeeper.Dispose();
    }

    private static Front FrontOf(Simulation simulation, DataPlane plane, PostOffice posts, SandboxOptions options, ILogger<Front> logger)
    {
        var operations = AwsOperations.Table();
        var protocols = new Protocols
        {
            Json = new JsonProtocol(operations, simulation),
            Runtime = new RuntimeProtocol(plane.InvokeEndpoint),
        }
        .AddForm("sns", posts.Protocol)
        .AddForm("sts", new QueryProtocol(IdentityOperations.Table(), simulation))
        .AddForm("iam", new TypedQueryProtocol(RoleOperations.Prefix, "https://iam.amazonaws.com/doc/2010-05-08/", RoleOperations.Table(), simulation))
        .AddForm("monitoring", new TypedQueryProtocol("GraniteServiceVersion20100801.", "http://monitoring.amazonaws.com/doc/2010-08-01/", operations, simulation))
        .AddService("s3", new S3Protocol(simulation));
        CheckFaults(options, protocols.Operations);
        return new Front(protocols, new FaultGate(simulation), new ControlApi(simulation, protocols.Operations), posts.Links, logger);
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
}
