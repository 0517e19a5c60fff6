using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Endpoints;

public class WeightServiceTests
{
    [Fact]
    public async Task Set_NoRolloutActive_IsRecordedThenAskedFor()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { KeepChampion = true });
        await bench.UntilAsync(id, RolloutPhase.Completed);

        var result = await bench.Weights.SetAsync("media-ranker", Shares(0.7, 0.3), "ann", CancellationToken.None);

        Assert.IsType<WeightResult.Accepted>(result);
        Assert.Equal("30 %", bench.Cloud.Endpoint.ShareOf("challenger-v8").ToString());
        Assert.Equal(["weightsRequested"], bench.Store.TypesOf("endpoint/media-ranker"));
    }

    [Fact]
    public async Task Set_RolloutActive_IsRefusedWithItsName()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { KeepChampion = true });
        await bench.UntilAsync(id, RolloutPhase.Baking);

        var refused = Assert.IsType<WeightResult.Refused>(await bench.Weights.SetAsync("media-ranker", Shares(0.7, 0.3), "ann", CancellationToken.None));

        Assert.Equal((RefusalKind.Conflict, $"Rollout {id} moves the traffic of media-ranker; change its share there, or end it first."), (refused.Kind, refused.Reason));
    }

    [Theory]
    [InlineData(0.7, 0.7, "weights", "weights add up to 1.4; they must add up to 1.")]
    [InlineData(1.5, 0, "weights.champion", "weights.champion is 1.5; it must be between 0 and 1.")]
    [InlineData(double.NaN, 1, "weights.champion", "weights.champion is NaN; it must be between 0 and 1.")]
    public async Task Set_WrongShares_SaysWhichAndChangesNothing(double champion, double challenger, string field, string reason)
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { KeepChampion = true });
        await bench.UntilAsync(id, RolloutPhase.Completed);
        bench.Cloud.Calls.Clear();

        var result = await bench.Weights.SetAsync("media-ranker", Shares(champion, challenger), "ann", CancellationToken.None);

        Assert.Equal(new WeightResult.Refused(RefusalKind.Invalid, field, reason), result);
        Assert.DoesNotContain("SetWeights", bench.Cloud.Calls);
    }

    [Fact]
    public async Task Set_UnknownEndpoint_IsNotFound()
    {
        using var bench = new MonitorBench();

        Assert.IsType<WeightResult.Refused>(await bench.Weights.SetAsync("nope", Shares(1, 0), "ann", CancellationToken.None));
    }

    private static Dictionary<string, double> Shares(double champion, double challenger) => new() { ["champion"] = champion, ["challenger-v8"] = challenger };
}
