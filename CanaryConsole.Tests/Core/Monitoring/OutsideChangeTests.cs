using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>F25 from tick to tick: what the console does on an endpoint that somebody else changes, also around a restart.</summary>
public class OutsideChangeTests
{
    [Fact]
    public async Task Restore_WeightsChangedOutside_AreSetOnceAndReadBack()
    {
        using var bench = new MonitorBench();
        var id = await BakingAsync(bench);
        bench.Cloud.SetOutside(0.6);
        await bench.UntilAsync(id, RolloutPhase.Paused);
        bench.Cloud.Calls.Clear();

        await bench.Rollouts.RestoreAsync(id, "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        Assert.Single(bench.Cloud.Calls, "SetWeights");
        Assert.Equal(0.25, bench.Cloud.Endpoint.ShareOf("challenger-v8").Fraction, 6);
        Assert.NotNull(bench.State(id).WeightsConfirmedAt);
    }

    [Fact]
    public async Task Restore_ConfigurationExchangedOutside_ComesBackWithOurWeights()
    {
        using var bench = new MonitorBench();
        var id = await BakingAsync(bench);
        var ours = bench.Cloud.Endpoint.ConfigName;
        bench.Cloud.ExchangeOutside("by-hand", new VariantDescription("champion", "media-ranker-v7", "ml.m5.xlarge", 0, 0, 2, 2), new VariantDescription("other", "media-ranker-v6", "ml.m5.xlarge", 1, 1, 2, 2));
        await bench.UntilAsync(id, RolloutPhase.Paused);
        var refused = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.AdoptAsync(id, "ann", CancellationToken.None));
        Assert.Contains("the challenger's variant challenger-v8 is gone; restore, or roll back to end the rollout", refused.Reason, StringComparison.Ordinal);

        await bench.Rollouts.RestoreAsync(id, "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();
        await bench.TickAsync();

        Assert.Equal(ours, bench.Cloud.Endpoint.ConfigName);
        Assert.Equal(0.25, bench.Cloud.Endpoint.ShareOf("challenger-v8").Fraction, 6);
        Assert.Null(bench.State(id).Divergence);
    }

    [Fact]
    public async Task Adopt_WeightsChangedOutside_BakesThemWithoutTouchingThem()
    {
        using var bench = new MonitorBench();
        var id = await BakingAsync(bench);
        bench.Cloud.SetOutside(0.6);
        await bench.UntilAsync(id, RolloutPhase.Paused);
        bench.Cloud.Calls.Clear();

        await bench.Rollouts.AdoptAsync(id, "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        Assert.DoesNotContain("SetWeights", bench.Cloud.Calls);
        Assert.Equal(0.6, bench.State(id).ChallengerShare.Fraction, 6);
        Assert.NotNull(bench.State(id).WeightsConfirmedAt);
    }

    [Fact]
    public async Task RestartAfterACrash_OwnConfigurationAndWeights_AreNobodyElses()
    {
        using var before = new MonitorBench();
        var id = await BakingAsync(before);

        using var after = new MonitorBench(before.Store, before.Cloud, before.Clock);
        await after.LoadAsync();
        await after.TickAsync();
        await after.TickAsync();

        Assert.Equal((RolloutPhase.Baking, null), (after.State(id).Phase, after.State(id).Divergence));
    }

    [Fact]
    public async Task RestartAfterACrash_RestorationOrdered_GoesOn()
    {
        using var before = new MonitorBench();
        var id = await BakingAsync(before);
        var ours = before.Cloud.Endpoint.ConfigName;
        before.Cloud.ExchangeOutside("by-hand", [.. before.Cloud.Endpoint.Variants]);
        await before.UntilAsync(id, RolloutPhase.Paused);
        await before.Rollouts.RestoreAsync(id, "ann", CancellationToken.None);

        using var after = new MonitorBench(before.Store, before.Cloud, before.Clock);
        await after.LoadAsync();
        await after.UntilAsync(id, RolloutPhase.Baking);

        Assert.Equal(ours, after.Cloud.Endpoint.ConfigName);
    }

    [Fact]
    public async Task LookBack_RollbackWaitsForTheEndpoint_IsSetWithoutAnyTick()
    {
        using var bench = new MonitorBench();
        var id = await BakingAsync(bench);
        bench.Cloud.Become(EndpointStatus.Updating);
        await bench.TickAsync();
        await bench.Rollouts.RollBackAsync(id, "odd", "ann", CancellationToken.None);
        await bench.Ticker.LookBackAsync(CancellationToken.None);
        Assert.Equal(RolloutPhase.RollingBack, bench.State(id).Phase);
        bench.Cloud.Calls.Clear();

        bench.Cloud.Become(EndpointStatus.InService);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        await bench.Ticker.LookBackAsync(CancellationToken.None);

        Assert.Equal(["Describe", "SetWeights"], bench.Cloud.Calls);
        Assert.Equal(Percentage.Zero, bench.Cloud.Endpoint.ShareOf("challenger-v8"));
    }

    private static async Task<RolloutId> BakingAsync(MonitorBench bench)
    {
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();
        return id;
    }
}
