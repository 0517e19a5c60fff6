using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Presentation.Fleet;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation.Fleet;

public sealed class FleetQueryTests
{
    [Theory]
    [InlineData("", "baking,broken,quiet")]
    [InlineData("bak", "baking")]
    [InlineData("BAK", "baking")]
    [InlineData("phase:baking", "baking")]
    [InlineData("phase:none", "broken,quiet")]
    [InlineData("!phase:baking", "broken,quiet")]
    [InlineData("status:failed", "broken")]
    [InlineData("status:failed,inservice", "baking,broken,quiet")]
    [InlineData("model:v7 !broken", "baking,quiet")]
    [InlineData("name:qu", "quiet")]
    [InlineData("phase:baking quiet", "")]
    [InlineData("phase:", "baking,broken,quiet")]
    [InlineData("env:prod", "")]
    [InlineData("!env:prod", "baking,broken,quiet")]
    [InlineData("env:none", "baking,broken,quiet")]
    public void Matches_Search_FindsThose(string search, string found)
    {
        var view = FleetView.Of(Snapshot, FleetQuery.Parse(search), null);

        Assert.Equal(found, string.Join(',', view.Rows.Select(row => row.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Parse_UnknownWord_IsNamed() => Assert.Equal(["team"], FleetQuery.Parse("team:media phase:baking").UnknownKeys);

    private static MonitorSnapshot Snapshot => Components.SnapshotBuilder.Snapshot(
        [Endpoint("baking"), Endpoint("broken", EndpointStatus.Failed), Endpoint("quiet")],
        [Rollout(State(plan: Plan("baking")))]);
}
