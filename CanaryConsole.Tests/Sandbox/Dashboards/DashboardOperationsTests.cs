using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Tests.Sandbox.Dashboards;

public sealed class DashboardOperationsTests
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const string Body = """{"widgets":[{"type":"text","properties":{"markdown":"hello"}}]}""";

    private readonly LocalAws _aws = new();

    [Fact]
    public void PutDashboard_Twice_ReplacesTheBody()
    {
        Assert.Empty(Put("canary", """{"widgets":[]}""").DashboardValidationMessages!);
        Put("canary", Body);

        var dashboard = _aws.Call<GetDashboardResponse>($"{Prefix}GetDashboard", new GetDashboardRequest { DashboardName = "canary" });
        Assert.Equal((Body, "arn:aws:cloudwatch::123456789012:dashboard/canary"), (dashboard.DashboardBody, dashboard.DashboardArn));
    }

    [Fact]
    public void PutDashboard_WidgetThatWillNotShow_IsTakenWithAMessage()
    {
        var messages = Put("canary", """{"widgets":[{"type":"pie"}]}""").DashboardValidationMessages!;

        Assert.Equal(["/widgets/0/type", "/widgets/0/properties"], messages.Select(message => message.DataPath));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void PutDashboard_BodyThatIsNone_IsRefused(string body) => Assert.StartsWith(
        "The field DashboardBody must be a valid JSON object: ",
        _aws.Refused($"{Prefix}PutDashboard", new PutDashboardRequest { DashboardName = "canary", DashboardBody = body }),
        StringComparison.Ordinal);

    [Fact]
    public void ListDashboards_Prefix_FindsTheirsUntilTheyAreDeleted()
    {
        Put("canary-1", Body);
        Put("canary-2", Body);
        Put("other", Body);
        Assert.Equal([("canary-1", (long?)Body.Length), ("canary-2", Body.Length)], List("canary"));

        _aws.Call($"{Prefix}DeleteDashboards", new DeleteDashboardsRequest { DashboardNames = ["canary-1", "canary-2"] });

        Assert.Empty(List("canary"));
        Assert.Equal("Dashboard canary-1 does not exist", _aws.Refused($"{Prefix}GetDashboard", new GetDashboardRequest { DashboardName = "canary-1" }));
    }

    private PutDashboardResponse Put(string name, string body) =>
        _aws.Call<PutDashboardResponse>($"{Prefix}PutDashboard", new PutDashboardRequest { DashboardName = name, DashboardBody = body });

    private IEnumerable<(string?, long?)> List(string prefix) =>
        _aws.Call<ListDashboardsResponse>($"{Prefix}ListDashboards", new ListDashboardsRequest { DashboardNamePrefix = prefix })
            .DashboardEntries!.Select(entry => (entry.DashboardName, entry.Size));
}
