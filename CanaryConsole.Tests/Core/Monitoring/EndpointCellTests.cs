using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Monitoring;

public class EndpointCellTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void See_OlderDescriptionComesLate_TheNewerOneStands()
    {
        using var cell = new EndpointCell("media-ranker");

        cell.See(Description(EndpointStatus.Updating), Noon);
        cell.See(Description(EndpointStatus.InService), Noon.AddSeconds(-1));

        Assert.Equal((EndpointStatus.Updating, Noon), (cell.Description!.Status, cell.DescribedAt));
    }

    private static EndpointDescription Description(EndpointStatus status) =>
        new("media-ranker", "", status, "media-ranker-config", [], TimeSpan.FromSeconds(10), Noon);
}
