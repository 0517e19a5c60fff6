using System.Text;
using System.Text.RegularExpressions;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Dashboards;

internal static partial class DashboardOperations
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const int PageSize = 1000;

    public static void Register(OperationTable operations)
    {
        operations.Add<PutDashboardRequest, PutDashboardResponse>($"{Prefix}PutDashboard", Put);
        operations.Add<GetDashboardRequest, GetDashboardResponse>($"{Prefix}GetDashboard", Get);
        operations.Add<ListDashboardsRequest, ListDashboardsResponse>($"{Prefix}ListDashboards", List);
        operations.Add<DeleteDashboardsRequest, DeleteDashboardsResponse>($"{Prefix}DeleteDashboards", Delete);
    }

    private static PutDashboardResponse Put(PutDashboardRequest request, World world, DateTimeOffset now)
    {
        var name = Present(request.DashboardName, "DashboardName");
        var body = Present(request.DashboardBody, "DashboardBody");
        if (!NamePattern().IsMatch(name))
        {
            throw Invalid($"The value {name} for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_), up to 255 of them.");
        }

        if (DashboardBody.Errors(body) is [var error, ..])
        {
            throw Invalid($"The field DashboardBody must be a valid JSON object: {error.Message} (at {error.DataPath}).");
        }

        world.Dashboards.Put(new Dashboard(name, body, now));
        return new PutDashboardResponse { DashboardValidationMessages = DashboardBody.Warnings(body) };
    }

    private static GetDashboardResponse Get(GetDashboardRequest request, World world, DateTimeOffset now)
    {
        var dashboard = world.Dashboards.Find(Present(request.DashboardName, "DashboardName"));
        return new GetDashboardResponse { DashboardName = dashboard.Name, DashboardArn = dashboard.Arn, DashboardBody = dashboard.Body };
    }

    private static ListDashboardsResponse List(ListDashboardsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            [.. world.Dashboards.All.Where(one => one.Name.StartsWith(request.DashboardNamePrefix ?? "", StringComparison.Ordinal))], null, request.NextToken, PageSize);
        return new ListDashboardsResponse
        {
            DashboardEntries = page.Items.ConvertAll(one => new DashboardEntry
            {
                DashboardName = one.Name,
                DashboardArn = one.Arn,
                LastModified = one.LastModified.UtcDateTime,
                Size = Encoding.UTF8.GetByteCount(one.Body),
            }),
            NextToken = page.NextToken,
        };
    }

    private static DeleteDashboardsResponse Delete(DeleteDashboardsRequest request, World world, DateTimeOffset now)
    {
        world.Dashboards.Delete(request.DashboardNames is { Count: > 0 } names ? names : throw Missing("DashboardNames"));
        return new DeleteDashboardsResponse();
    }

    private static string Present(string? value, string member) => string.IsNullOrEmpty(value) ? throw Missing(member) : value;

    private static AwsErrorException Invalid(string message) => new("InvalidParameterInput", message);

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$")]
    private static partial Regex NamePattern();
}
