using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using CanaryConsole.Tests.Core.Waves;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Environments;

/// <summary>Core on two endpoints, dev before prod, where prod asks for a day in dev and two people.</summary>
internal sealed class EnvironmentBench : IDisposable
{
    private readonly ManualTimeProvider _clock = new();

    public EnvironmentBench()
    {
        Fleet = new FakeFleet(_clock, "ranker-dev", "ranker");
        Bench = new MonitorBench(clock: _clock, more: services => services
            .AddSingleton<IEnvironmentDirectory>(new EnvironmentDirectory([Dev, Prod]))
            .AddSingleton<IEndpointControl>(Fleet)
            .AddSingleton<IEndpointReshaping>(Fleet)
            .AddSingleton<IMetricSource>(Fleet));
    }

    public static DeploymentEnvironment Dev { get; } = new("dev", ["*-dev"]);

    public static DeploymentEnvironment Prod { get; } = new("prod", ["ranker"])
    {
        Approvals = 2,
        Predecessor = new PredecessorRule("dev", TimeSpan.FromHours(24)),
        Strategies = [Strategy.AllAtOnce, Strategy.Canary],
    };

    public MonitorBench Bench { get; }

    public FakeFleet Fleet { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public static RolloutRequest Request(string endpoint) => new() { Endpoint = endpoint, PackageGroup = "media-ranker", PackageVersion = 8, Strategy = Strategy.AllAtOnce, SoakMinutes = 0 };

    public Task<CommandResult> StartAsync(RolloutRequest request, string actor = "ann") => Bench.Rollouts.StartAsync(request, actor, CancellationToken.None);

    public async Task<string> RefusedAsync(RolloutRequest request) => Assert.IsType<CommandResult.Refused>(await StartAsync(request)).Reason;

    /// <summary>Takes version 8 to all of dev's traffic, and lets it serve there.</summary>
    public async Task<RolloutId> ServeInDevAsync(TimeSpan time)
    {
        var id = Assert.IsType<CommandResult.Accepted>(await StartAsync(Request("ranker-dev"))).State.Id;
        var seen = (await Bench.UntilAsync(id, RolloutPhase.Completed)).WeightsConfirmedAt!.Value;
        _clock.Advance(time - (Now - seen));
        return id;
    }

    /// <summary>A rollout to prod of what has served in dev long enough, waiting for its approvals.</summary>
    public async Task<RolloutState> WaitingInProdAsync()
    {
        await ServeInDevAsync(TimeSpan.FromHours(24));
        var id = Assert.IsType<CommandResult.Accepted>(await StartAsync(Request("ranker"))).State.Id;
        return await Bench.UntilAsync(id, RolloutPhase.AwaitingApproval);
    }

    public Task<CommandResult> ApproveAsync(RolloutState state, string actor, string? digest = null) =>
        Bench.Rollouts.ApproveAsync(state.Id, null, digest ?? state.PlanDigest, actor, CancellationToken.None);

    public void Dispose() => Bench.Dispose();
}
