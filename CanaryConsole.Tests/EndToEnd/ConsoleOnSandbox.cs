using CanaryConsole.Aws;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Sandbox;
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

    public IEndpointControl Endpoints => _console.Services.GetRequiredService<IEndpointControl>();

    public IAmazonSageMaker SageMaker => _console.Services.GetRequiredService<IAmazonSageMaker>();

    public IAmazonCloudWatch CloudWatch => _console.Services.GetRequiredService<IAmazonCloudWatch>();

    public IAmazonSageMakerRuntime Runtime => _console.Services.GetRequiredService<IAmazonSageMakerRuntime>();

    public IAmazonApplicationAutoScaling Scaling => _console.Services.GetRequiredService<IAmazonApplicationAutoScaling>();

    public IScalingControl ScalingControl => _console.Services.GetRequiredService<IScalingControl>();

    public IReadOnlyList<PublishedMessage> Published => _sandbox.Simulation.Visit((world, _) => world.Topics.Published);

    public static async Task<ConsoleOnSandbox> StartAsync(SandboxOptions sandboxOptions, double timeScale = 100)
    {
        var folder = Directory.CreateTempSubdirectory("canaryconsole-e2e").FullName;
        var (sandbox, console) = await StartAsync(sandboxOptions, new ScaledTimeProvider(TimeProvider.System, timeScale), folder);
        return new ConsoleOnSandbox(sandbox, console, folder);
    }

    /// <summary>On a clock and an event log that outlive it.</summary>
    public static async Task<ConsoleOnSandbox> StartOnAsync(SandboxOptions sandboxOptions, TimeProvider clock, string folder)
    {
        var (sandbox, console) = await StartAsync(sandboxOptions, clock, folder);
        return new ConsoleOnSandbox(sandbox, console, ownFolder: null);
    }

    private static async Task<(SandboxHost Sandbox, IHost Console)> StartAsync(SandboxOptions sandboxOptions, TimeProvider clock, string folder)
    {
        var sandbox = await SandboxHost.StartAsync(sandboxOptions, clock, NullLoggerFactory.Instance, CancellationToken.None);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(folder, "canaryconsole.db")),
            new("Monitoring:IdleInterval", "00:00:10"),
        ]);
        builder.Services.AddLogging().AddSingleton(clock);
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section)).AddSqliteStorage();
        builder.Services.AddCanaryAws(new AwsOptions { SandboxPort = sandbox.BoundPort });
        builder.Services.Configure<MonitoringOptions>(builder.Configuration.GetSection(MonitoringOptions.Section)).AddCanaryCore();
        var console = builder.Build();
        await console.StartAsync();
        return (sandbox, console);
    }

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
