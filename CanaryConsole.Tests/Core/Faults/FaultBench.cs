using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>The real engine on the fake cloud, with a hand on what the metrics say.</summary>
internal sealed class FaultBench : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    public FaultBench()
    {
        var clock = new ManualTimeProvider();
        var cloud = new FakeCloud(clock);
        Metrics = new ScriptedMetrics(cloud);
        Bench = new MonitorBench(cloud: cloud, clock: clock, more: services => services.AddSingleton<IMetricSource>(Metrics));
    }

    public MonitorBench Bench { get; }

    public ScriptedMetrics Metrics { get; }

    public FakeCloud Cloud => Bench.Cloud;

    public RolloutId Id { get; private set; }

    public RolloutState State => Bench.State(Id);

    public double ChallengerWeight => Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight;

    public IReadOnlyList<string> Events => Bench.Store.TypesOf($"rollout/{Id}");

    /// <summary>Begins a rollout and takes it to its first confirmed share.</summary>
    public async Task<FaultBench> BakingAsync(RolloutRequest? request = null)
    {
        Id = await Bench.StartAsync(request);
        await Bench.UntilAsync(Id, RolloutPhase.Baking);
        await Bench.TickAsync();
        Assert.NotNull(State.WeightsConfirmedAt);
        return this;
    }

    public async Task LiveAsync(TimeSpan time)
    {
        for (var lived = TimeSpan.Zero; lived < time; lived += Tick)
        {
            await Bench.TickAsync();
        }
    }

    public void Dispose() => Bench.Dispose();
}
