using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Controls.Rollouts.Wizard;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Hosting;
using CanaryConsole.Live;
using CanaryConsole.Tests.Components.Environments;
using CanaryConsole.Tests.Components.Rollouts;
using CanaryConsole.Tests.Core.Artifacts;
using CanaryConsole.Tests.Core.Backtests;
using CanaryConsole.Tests.Core.Forecasts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Radzen;

namespace CanaryConsole.Tests.Components;

/// <summary>What every component test stands on: loose JavaScript, Radzen's services, a clock moved by hand, and a feed to publish into.</summary>
public abstract class ConsoleTestContext : BunitContext
{
    protected ConsoleTestContext()
    {
        // A bound on a hang, not a pace: one second is too short on a busy machine.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new WallClock(Clock));
        Services.AddSingleton(new ConsoleEnvironment("Sandbox", "eu-central-1", 1));
        Services.AddSingleton<ISnapshotFeed<MonitorSnapshot>>(Feed);
        Services.AddSingleton<IOutlookDesk>(new OutlookDesk(Feed, new DayOfMetrics(), new BaselineReader(Clock, new WallClock(Clock)), Options.Create(new MonitoringOptions()), Clock, new WallClock(Clock)));
        Services.AddSingleton(PriceTables.Read("", "eu-central-1"));
        Services.AddSingleton(Options.Create(new MonitoringOptions()));
        Services.AddSingleton<IBacktestService>(Backtests);
        Services.AddSingleton<ISampleService>(new SampleService(new SampleLog(new InMemoryEventStore(), Clock)));
        Services.AddSingleton<IArtifactDesk>(Artifacts);
        Services.AddSingleton<IPackageFiles>(new GivenFiles());
        Services.AddSingleton<IDraftStore>(Drafts);
        Services.AddSingleton<IEnvironmentDirectory>(Environments);
        Services.AddSingleton<IPredecessorDesk>(Predecessors);
        Services.AddSingleton<ICandidateDiscovery>(Discovery);
        Services.AddSingleton<IEndpointControl>(Answering);
        Services.AddSingleton<IReviewDesk>(Reviews);
        Services.AddScoped<Operator>();
        Services.AddScoped<PageVisibility>();
        Services.AddScoped<SecondTicker>();
    }

    private protected ManualTimeProvider Clock { get; } = new(SnapshotBuilder.Now);

    private protected FakeArtifacts Artifacts { get; } = new();

    private protected FakeBacktests Backtests { get; } = new();

    private protected GivenEnvironments Environments { get; } = new();

    private protected GivenPredecessor Predecessors { get; } = new();

    private protected GivenFinding Discovery { get; } = new();

    private protected AnsweringEndpoint Answering { get; } = new();

    private protected GivenReview Reviews { get; } = new();

    private protected FakeDrafts Drafts { get; } = new();

    protected SnapshotFeed<MonitorSnapshot> Feed { get; } = new(MonitorSnapshot.Empty);

    /// <summary>Publishes what live components draw next; a component that has just drawn waits until the clock has moved 250 ms.</summary>
    protected void Publish(MonitorSnapshot snapshot) => Feed.Publish(snapshot);
}
