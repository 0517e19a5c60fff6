using CanaryConsole.Core;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;
using CanaryConsole.Core.Waves;
using CanaryConsole.Tests.Core.Hooks;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Core as the console composes it, on a fake cloud, a store in memory and a clock moved by hand; ticks run when told to.</summary>
internal sealed class MonitorBench : IDisposable
{
    private readonly ServiceProvider _services;
    private ServingRecorder? _recorder;

    /// <param name="more">What replaces a part of the composition.</param>
    public MonitorBench(InMemoryEventStore? store = null, FakeCloud? cloud = null, ManualTimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        Clock = clock ?? new ManualTimeProvider();
        Store = store ?? new InMemoryEventStore();
        Cloud = cloud ?? new FakeCloud(Clock);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEventStore>(Store)
            .AddSingleton<IEndpointControl>(Cloud)
            .AddSingleton<IEndpointReshaping>(Cloud)
            .AddSingleton<IMetricSource>(Cloud)
            .AddSingleton<IShadowControl>(Cloud)
            .AddSingleton<ICaptureReader>(Cloud)
            .AddSingleton<IModelRegistry>(Cloud)
            .AddSurroundings(Cloud)
            .AddSingleton<IAlarmControl>(Cloud)
            .AddSingleton<IManagedDeploymentControl>(Cloud)
            .AddSingleton<IReadinessProbe>(Cloud)
            .AddSingleton<IHookCaller>(Hooks)
            .AddSingleton(HookSamples.Allowing("hooks.example.com"))
            .AddSingleton(new WallClock(Clock))
            .AddCanaryCore();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; }

    public InMemoryEventStore Store { get; }

    public FakeCloud Cloud { get; }

    public FakeHooks Hooks { get; } = new();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IRolloutService Rollouts => _services.GetRequiredService<IRolloutService>();

    public ICleanup Cleanup => _services.GetRequiredService<ICleanup>();

    public IWeightService Weights => _services.GetRequiredService<IWeightService>();

    public ITemplateService Templates => _services.GetRequiredService<ITemplateService>();

    public IWaveService Waves => _services.GetRequiredService<IWaveService>();

    public WaveRunner WaveRunner => _services.GetRequiredService<WaveRunner>();

    public IServingHistory Serving => _services.GetRequiredService<IServingHistory>();

    public ServingRecorder Recorder => _recorder ??= ActivatorUtilities.CreateInstance<ServingRecorder>(_services);

    public MonitorSnapshot Snapshot => _services.GetRequiredService<ISnapshotFeed<MonitorSnapshot>>().Current;

    public MonitorTick Ticker => _services.GetRequiredService<MonitorTick>();

    public Task LoadAsync() => _services.GetRequiredService<RolloutLedger>().LoadAsync(CancellationToken.None);

    public async Task<RolloutId> StartAsync(RolloutRequest? request = null)
    {
        var result = await Rollouts.StartAsync(request ?? Request(), "ann", CancellationToken.None);
        return Assert.IsType<CommandResult.Accepted>(result).State.Id;
    }

    public static RolloutRequest Request() => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = 8,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 5)],
        SoakMinutes = 5,
    };

    /// <summary>Ticks ten seconds apart until the rollout is in the phase; fails after an hour of the manual clock.</summary>
    public async Task<RolloutState> UntilAsync(RolloutId id, RolloutPhase phase)
    {
        for (var tick = 0; tick < 360; tick++)
        {
            await TickAsync();
            if (State(id) is { } state && state.Phase == phase)
            {
                return state;
            }
        }

        throw new InvalidOperationException($"{id} is {State(id).Phase} after an hour, not {phase}: {State(id).Reason}");
    }

    public RolloutState State(RolloutId id) => Snapshot.Rollout(id)!.State;

    public async Task TickAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Ticker.RunOnceAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _recorder?.Dispose();
        _services.Dispose();
    }
}
