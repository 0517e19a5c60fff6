using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class RolloutRowTests
{
    private static readonly RolloutSnapshot Live = new RolloutBuilder().BakingAt25().Healthy().Build();

    private static readonly MonitorSnapshot Snapshot = MonitorSnapshot.Empty with { Rollouts = [Live], Endpoints = [RolloutBuilder.Endpoint()] };

    private static IReadOnlyList<RolloutRow> All => RolloutRow.All([Live.State, Past()], Snapshot, RolloutBuilder.Start.AddMinutes(20));

    [Fact]
    public void All_LiveAndListed_AreOneListNewestFirst() => Assert.Equal(
        ["media-ranker-20261121-1", "media-ranker-20261120-1"], All.Select(row => row.Id.Value));

    [Fact]
    public void All_Rows_SayFromWhereToWhereAndWhy()
    {
        Assert.Equal(("v7", "v8", TimeSpan.FromMinutes(20)), (All[0].From, All[0].To, All[0].Lasted));
        Assert.Equal("Errors.", All[1].Outcome);
    }

    [Theory]
    [InlineData(null, null, null, 2)]
    [InlineData("active", null, null, 1)]
    [InlineData("finished", null, null, 1)]
    [InlineData(null, "other", null, 0)]
    [InlineData(null, null, "ERRORS", 1)]
    [InlineData("active", null, "errors", 0)]
    public void Filter_FromTheAddress_KeepsWhatFits(string? show, string? endpoint, string? search, int kept) => Assert.Equal(
        kept, new RolloutFilter(show, endpoint, search).Of(All).Count);

    private static RolloutState Past()
    {
        var rollout = new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, []))
            .Then(19, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(60)));
        return rollout.Build().State with { Id = new("media-ranker-20261120-1"), PlannedAt = RolloutBuilder.Start.AddDays(-1) };
    }
}
