using CanaryConsole.Aws;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Core.Artifacts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Schedules;

/// <summary>One run of the console as it is composed, on the simulated cloud and store: all that it remembers ends with it.</summary>
internal sealed class Replica : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RolloutLedger _ledger;
    private readonly MonitorTick _tick;
    private readonly ISnapshotFeed<MonitorSnapshot> _feed;
    private bool _isLoaded;

    public Replica(Life life, ScheduleWorld world, SkewedClock clock)
    {
        Life = life;
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new BugWatch(life, world.Laws)))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new WallClock(clock))
            .AddSingleton<IEventStore>(new StoreWire(world.Store, world.Weather, life))
            .AddSingleton(Options.Create(world.Monitoring))
            .AddSingleton(WireProxy.To<IAmazonSageMaker>(
                new ServiceWire(world.Cloud, world.Weather, life, "SageMaker.", AmazonSageMakerException.From, request => world.Laws.Asked(life, request))))
            .AddSingleton(WireProxy.To<IAmazonCloudWatch>(new ServiceWire(world.Cloud, world.Weather, life, "GraniteServiceVersion20100801.", AmazonCloudWatchException.From)))
            .AddSingleton(WireProxy.To<IAmazonApplicationAutoScaling>(
                new ServiceWire(world.Cloud, world.Weather, life, "AnyScaleFrontendService.", AmazonApplicationAutoScalingException.From)))
            .AddSingleton<IAmazonSageMakerRuntime>(new ModelRuntime(world.Cloud, world.Weather, life, variant => world.Plan.AnswersSmokeTests || variant == SimulatedCloud.Champion));

        if (!world.Plan.ReadsCloudWatch)
        {
            services.AddSingleton<IMetricSource>(new PublishedMetrics(world.Users, world.Weather, life, world.Clock));
        }

        var prerequisites = new SimulatedPrerequisites(world.Cloud, world.Weather, life);
        services.AddSingleton<IReadinessProbe>(prerequisites).AddSingleton<IArtifactDigests>(prerequisites).AddSingleton<IArtifactDesk>(new FakeArtifacts());
        services.AddCanaryAws(new AwsOptions()).AddCanaryCore();
        world.Tamper?.Invoke(services);
        _services = services.BuildServiceProvider();

        // Asked for once: the container writes code for what it is asked for again, and there are thousands of containers.
        _ledger = _services.GetRequiredService<RolloutLedger>();
        _tick = _services.GetRequiredService<MonitorTick>();
        _feed = _services.GetRequiredService<ISnapshotFeed<MonitorSnapshot>>();
        Rollouts = _services.GetRequiredService<IRolloutService>();
    }

    public Life Life { get; }

    public DateTimeOffset NextTickAt { get; set; }

    public IRolloutService Rollouts { get; }

    public MonitorSnapshot Snapshot => _feed.Current;

    public bool HasUnsaved => _ledger.All.Any(rollout => rollout.Unsaved.Count > 0);

    /// <summary>As the hosted service does: read the store once, then look, and say when to look again.</summary>
    public async Task<TimeSpan> TickAsync()
    {
        if (!_isLoaded)
        {
            await _ledger.LoadAsync(CancellationToken.None);
            _isLoaded = true;
        }

        await _tick.RunOnceAsync(CancellationToken.None);
        return _tick.NextDelay;
    }

    public Task LookAsync() => _tick.LookAsync(SimulatedCloud.EndpointName, CancellationToken.None);

    public void Dispose() => _services.Dispose();
}
