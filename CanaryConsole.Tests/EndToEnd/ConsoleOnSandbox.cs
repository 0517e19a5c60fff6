using Amazon.S3;
using CanaryConsole.Aws;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Core.Waves;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Topics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>The console without its pages, and the sandbox, both real and both on one clock, by default a hundred times as fast as the wall.</summary>
internal sealed class ConsoleOnSandbox : IAsyncDisposable
{
    // Generous: the rollouts here take some ten seconds on an idle machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly SandboxHost _sandbox;
    private readonly IHost _console;
    private readonly string? _ownFolder;
    private readonly CancellationTokenSource _limit = new(Limit, TimeProvider.System);

    private ConsoleOnSandbox(SandboxHost sandbox, IHost console, string? ownFolder) => (_sandbox, _console, _ownFolder) = (sandbox, console, ownFolder);

    public IRolloutService Rollouts => _console.Services.GetRequiredService<IRolloutService>();

    public IReviewDesk Reviews => _console.Services.GetRequiredService<IReviewDesk>();

    public IWaveService Waves => _console.Services.GetRequiredService<IWaveService>();

    public IServingHistory Serving => _console.Services.GetRequiredService<IServingHistory>();

    public IEndpointControl Endpoints => _console.Services.GetRequiredService<IEndpointControl>();

    public IAmazonSageMaker SageMaker => _console.Services.GetRequiredService<IAmazonSageMaker>();

    public IAmazonCloudWatch CloudWatch => _console.Services.GetRequiredService<IAmazonCloudWatch>();

    public IAmazonSageMakerRuntime Runtime => _console.Services.GetRequiredService<IAmazonSageMakerRuntime>();

    public IInvocationGateway Gateway => _console.Services.GetRequiredService<IInvocationGateway>();

    public InvocationForwarder Forwarder => _console.Services.GetRequiredService<InvocationForwarder>();

    public IAmazonS3 Storage => _console.Services.GetRequiredService<IAmazonS3>();

    public IAmazonApplicationAutoScaling Scaling => _console.Services.GetRequiredService<IAmazonApplicationAutoScaling>();

    public IScalingControl ScalingControl => _console.Services.GetRequiredService<IScalingControl>();

    public IReadOnlyList<PublishedMessage> Published => _sandbox.Simulation.Visit((world, _) => world.Topics.Published);

    /// <param name="replace">What the console gets instead of its own.</param>
    public static async Task<ConsoleOnSandbox> StartAsync(SandboxOptions sandboxOptions, double timeScale = 100, Action<IServiceCollection>? replace = null)
    {
        var folder = Directory.CreateTempSubdirectory("canaryconsole-e2e").FullName;
        var (sandbox, console) = await StartAsync(sandboxOptions, new ScaledTimeProvider(TimeProvider.System, timeScale), folder, replace);
        return new ConsoleOnSandbox(sandbox, console, folder);
    }

    /// <summary>On a clock and an event log that outlive it.</summary>
    public static async Task<ConsoleOnSandbox> StartOnAsync(SandboxOptions sandboxOptions, TimeProvider clock, string folder)
    {
        var (sandbox, console) = await StartAsync(sandboxOptions, clock, folder, replace: null);
        return new ConsoleOnSandbox(sandbox, console, ownFolder: null);
    }

    private static async Task<(SandboxHost Sandbox, IHost Console)> StartAsync(
        SandboxOptions sandboxOptions, TimeProvider clock, string folder, Action<IServiceCollection>? replace)
    {
        var sandbox = await SandboxHost.StartAsync(sandboxOptions, clock, NullLoggerFactory.Instance, CancellationToken.None);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(folder, "canaryconsole.db")),
            new("Monitoring:IdleInterval", "00:00:10"),
        ]);
        builder.Services.AddLogging().AddSingleton(clock);
        replace?.Invoke(builder.Services);
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section)).AddSqliteStorage();
        builder.Services.AddCanaryAws(new AwsOptions { SandboxPort = sandbox.BoundPort });
        builder.Services.Configure<MonitoringOptions>(builder.Configuration.GetSection(MonitoringOptions.Section)).AddCanaryCore();
        var console = builder.Build();
        await console.StartAsync();
        return (sandbox, console);
    }

    /// <summary>A fault in the sandbox, until <see cref="EndFaults"/>.</summary>
    public void Start(string fault) => _sandbox.Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse(fault), now));

    public void EndFaults() => _sandbox.Simulation.Visit((world, _) => world.Faults.EndAll());

    public async Task<RolloutId> BeginAsync(RolloutRequest request)
    {
        var result = await Rollouts.StartAsync(request, "ann", _limit.Token);
        return Assert.IsType<CommandResult.Accepted>(result).State.Id;
    }

    /// <summary>The first snapshot in which the rollout is as wanted.</summary>
    public async Task<RolloutSnapshot> UntilAsync(RolloutId id, Func<RolloutSnapshot, EndpointSnapshot, bool> isWanted)
    {
        RolloutSnapshot? last = null;
        try
        {
            await foreach (var snapshot in _console.Services.GetRequiredService<ISnapshotFeed<MonitorSnapshot>>().WatchAsync(_limit.Token))
            {
                last = snapshot.Rollout(id);
                if (last is not null && snapshot.Endpoint(last.State.Plan.Endpoint) is { } endpoint && isWanted(last, endpoint))
                {
                    return last;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what the rollout had come to.
        }

        throw new TimeoutException(last is null
            ? $"Rollout {id} was not seen within {Limit}."
            : $"Rollout {id} is {last.State.Phase} after {Limit}, {last.Activity ?? last.State.Reason}: {string.Join("; ", last.Events.Select(happened => $"{happened.At:HH:mm:ss} {happened.Event}"))}");
    }

    /// <summary>The wave once it is as wanted; asked for with every snapshot.</summary>
    public async Task<WaveState> UntilAsync(WaveId id, Func<WaveState, bool> isWanted)
    {
        await foreach (var _ in _console.Services.GetRequiredService<ISnapshotFeed<MonitorSnapshot>>().WatchAsync(_limit.Token))
        {
            if (await Waves.FindAsync(id, _limit.Token) is { State: var state } && isWanted(state))
            {
                return state;
            }
        }

        throw new TimeoutException($"Wave {id} did not come to what was waited for within {Limit}.");
    }

    public Task<RolloutSnapshot> UntilFinishedAsync(RolloutId id) => UntilAsync(id, (rollout, _) => rollout.State.IsFinished);

    public Task<EndpointDescription> DescribeAsync(string endpoint) => Endpoints.DescribeAsync(endpoint, _limit.Token);

    public Task<ChainVerification> VerifyAsync() => _console.Services.GetRequiredService<IChainVerifier>().VerifyAsync(_limit.Token);

    public async ValueTask DisposeAsync()
    {
        await _console.StopAsync();
        _console.Dispose();
        await _sandbox.DisposeAsync();
        _limit.Dispose();
        if (_ownFolder is not null)
        {
            Directory.Delete(_ownFolder, recursive: true);
        }
    }
}
