using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Tasks;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Waves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core;

/// <summary>Registers everything that decides. What it needs from outside (endpoints, metrics, registry, store, notifier) is registered elsewhere.</summary>
public static class CanaryCore
{
    public static IServiceCollection AddCanaryCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WallClock(TimeProvider.System));
        services.AddOptions<MonitoringOptions>().ValidateDataAnnotations();

        services.TryAddSingleton<MonitorNudge>();
        services.TryAddSingleton<NotificationSignal>();
        services.TryAddSingleton<RolloutLedger>();
        services.TryAddSingleton<CandidateFinder>();
        services.AddArtifacts();
        services.TryAddSingleton<IEnvironmentDirectory>(EnvironmentDirectory.None);
        services.TryAddSingleton<EndpointHolder>();
        services.TryAddSingleton<IPredecessorDesk, PredecessorDesk>();
        services.TryAddSingleton<ArtifactSeal>();
        services.TryAddSingleton<EnvironmentCheck>();
        services.TryAddSingleton<ChampionAlarms>();
        services.TryAddSingleton<PlanPreparation>();
        services.TryAddSingleton<RolloutNumbering>();
        services.TryAddSingleton<RolloutStarter>();
        services.AddSingleton<IActionPerformer, WeightPerformer>();
        services.AddSingleton<IActionPerformer, SmokeTestPerformer>();
        services.AddSingleton<IActionPerformer, ManagedPerformer>();
        services.TryAddSingleton<ManagedPlanner>();
        services.AddSingleton<IActionPerformer, HookPerformer>();
        services.AddOptions<HookOptions>();
        services.TryAddSingleton<HookRules>();
        services.TryAddSingleton<IHookCaller>(provider => ActivatorUtilities.CreateInstance<HttpHookCaller>(provider, HookConnection.Create()));
        services.TryAddSingleton<ReadinessTracker>();
        services.TryAddSingleton<IReadinessDesk>(provider => provider.GetRequiredService<ReadinessTracker>());
        services.AddSingleton<IActionPerformer, ShadowPerformer>();
        services.AddTaskWorks();
        services.TryAddSingleton<ICleanup, CleanupService>();
        services.TryAddSingleton<RolloutRunner>();
        services.TryAddSingleton<IRolloutRecords, RolloutRecords>();
        services.TryAddSingleton<IRolloutService, RolloutService>();
        services.TryAddSingleton<EndpointLog>();
        services.TryAddSingleton<IStoryReader, StoryReader>();
        services.TryAddSingleton<IWeightService, WeightService>();
        services.TryAddSingleton<IServingHistory, ServingHistory>();
        services.TryAddSingleton<IServedVersions, ServedVersions>();

        services.AddInvocationGateway();
        services.TryAddSingleton<SourceTracker>();
        services.TryAddSingleton<LookWatch>();
        services.TryAddSingleton<EndpointObserver>();
        services.TryAddSingleton<MetricReader>();
        services.TryAddSingleton<ShadowBook>();
        services.TryAddSingleton<ShadowWatch>();
        services.TryAddSingleton<SignalWatch>();
        services.TryAddSingleton<IBaselineReader, BaselineReader>();
        services.TryAddSingleton<GuardBook>();
        services.TryAddSingleton<SnapshotPublisher>();
        services.TryAddSingleton<MonitorTick>();
        services.TryAddSingleton(_ => new SnapshotFeed<MonitorSnapshot>(MonitorSnapshot.Empty));
        services.TryAddSingleton<ISnapshotFeed<MonitorSnapshot>>(provider => provider.GetRequiredService<SnapshotFeed<MonitorSnapshot>>());
        services.AddHostedService<MonitorService>();
        services.AddHostedService<LateLookAlarm>();
        services.AddHostedService<GatewayPublishing>();
        services.AddHostedService<NotificationDispatcher>();
        services.AddHostedService<ServingRecorder>();
        services.AddRegistry();
        services.AddTemplatesAndWaves();
        services.TryAddSingleton<SampleLog>();
        services.TryAddSingleton<ISampleService, SampleService>();
        services.TryAddSingleton<IBacktestService, BacktestService>();
        services.TryAddSingleton<IOutlookDesk, OutlookDesk>();
        services.AddReviews();
        services.TryAddSingleton(_ => PriceTables.Read("", ""));
        return services;
    }
}
