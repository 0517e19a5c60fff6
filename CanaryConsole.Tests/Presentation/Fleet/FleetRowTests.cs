using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Fleet;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation.Fleet;

public sealed class FleetRowTests
{
    [Fact]
    public void Of_TwoVariantsWithoutRollout_NamesBothByShare()
    {
        var row = Row(Endpoint(variants: [Variant("b", "m-v13", 20), Variant("a", "m-v12", 80)]));

        Assert.Equal("v12 + v13", row.Version);
        Assert.Equal(["a", "b"], row.Shares.Select(share => share.Variant));
        Assert.Equal("No rollout", row.State.Text);
    }

    [Fact]
    public void Of_FreshRollback_NeedsAttentionAndSaysWhy()
    {
        var row = Row(Endpoint(), Rollout(State(RolloutPhase.RolledBack, sharePercent: 0, finishedAt: Now.AddMinutes(-12), reason: "6.2 % failed")));

        Assert.Equal((FleetGroup.Attention, "Rolled back", "6.2 % failed", (DateTimeOffset?)Now.AddMinutes(-12)), (row.Group, row.State.Text, row.Note, row.Since));
    }

    [Fact]
    public void Of_RollbackOfLastWeek_IsHistory()
    {
        var row = Row(Endpoint(), Rollout(State(RolloutPhase.RolledBack, sharePercent: 0, finishedAt: Now.AddDays(-7), reason: "6.2 % failed")));

        Assert.Equal((FleetGroup.Quiet, "No rollout", "rolled back v8"), (row.Group, row.State.Text, row.Note));
    }

    [Fact]
    public void Of_BakeOver_HasNoCountdown() => Assert.Null(Row(Endpoint(), Rollout(State(bakeStart: Now.AddMinutes(-11)))).CountdownTo);

    [Theory]
    [InlineData(EndpointStatus.InService, FleetGroup.Quiet)]
    [InlineData(EndpointStatus.Updating, FleetGroup.Quiet)]
    [InlineData(EndpointStatus.Failed, FleetGroup.Attention)]
    [InlineData(EndpointStatus.Unknown, FleetGroup.Attention)]
    public void Of_EndpointStatus_DecidesTheGroup(EndpointStatus status, FleetGroup group) => Assert.Equal(group, Row(Endpoint(status: status)).Group);

    [Fact]
    public void Of_NoTrafficAtAll_ShowsDashesNotZeroes()
    {
        var row = Row(Endpoint(histories: [new VariantHistory("champion", [], null, "CloudWatch did not answer")]));

        Assert.Null(row.Traffic.PerSecond);
        Assert.Equal("", row.Errors.Path);
    }

    private static FleetRow Row(EndpointSnapshot endpoint, params RolloutSnapshot[] rollouts) => FleetRow.Of(endpoint, Snapshot([endpoint], rollouts));
}
