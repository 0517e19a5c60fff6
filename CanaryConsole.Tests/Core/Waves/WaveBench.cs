using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Waves;

/// <summary>Core on a small fleet; ticks and looks at the waves run when told to.</summary>
internal sealed class WaveBench : IDisposable
{
    private readonly MonitorBench _bench;

    public WaveBench(WaveBench? before = null)
    {
        Clock = before?.Clock ?? new ManualTimeProvider();
        Fleet = before?.Fleet ?? new FakeFleet(Clock, "dev", "prod-a", "prod-b");
        _bench = new MonitorBench(before?.Store, clock: Clock, more: services => services
            .AddSingleton<IEndpointControl>(Fleet)
            .AddSingleton<IEndpointReshaping>(Fleet)
            .AddSingleton<IMetricSource>(Fleet));
    }

    public ManualTimeProvider Clock { get; }

    public InMemoryEventStore Store => _bench.Store;

    public FakeFleet Fleet { get; }

    public IWaveService Waves => _bench.Waves;

    public IRolloutService Rollouts => _bench.Rollouts;

    public static WaveRequest Request() => new()
    {
        Name = "ranker v8",
        Plan = new RolloutRequest { Endpoint = "", PackageGroup = "media-ranker", PackageVersion = 8, Strategy = Strategy.AllAtOnce, SoakMinutes = 0 },
        Stages =
        [
            new WaveStageRequest { Name = "development", Endpoints = ["dev"] },
            new WaveStageRequest { Name = "production", Endpoints = ["prod-a", "prod-b"], Gate = true, WaitMinutes = 10 },
        ],
    };

    public async Task<WaveId> StartAsync(WaveRequest? request = null) =>
        Assert.IsType<WaveResult.Accepted>(await Waves.StartAsync(request ?? Request(), "ann", CancellationToken.None)).State.Id;

    public async Task<WaveState> StateAsync(WaveId id) => (await Waves.FindAsync(id, CancellationToken.None))!.State;

    /// <summary>One look at the waves, and nothing else.</summary>
    public Task LookAsync() => _bench.WaveRunner.RunOnceAsync(CancellationToken.None);

    public async Task TickAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        await _bench.Ticker.RunOnceAsync(CancellationToken.None);
        await LookAsync();
    }

    /// <summary>Ticks until the wave is in the phase; fails after an hour of the manual clock.</summary>
    public async Task<WaveState> UntilAsync(WaveId id, WavePhase phase)
    {
        for (var tick = 0; tick < 360; tick++)
        {
            await TickAsync();
            if (await StateAsync(id) is { } state && state.Phase == phase)
            {
                return state;
            }
        }

        throw new InvalidOperationException($"{id} is {(await StateAsync(id)).Phase} after an hour, not {phase}: {(await StateAsync(id)).Reason}");
    }

    public void Dispose() => _bench.Dispose();
}
