using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Metrics.Expressions;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

internal static class MetricDataOperations
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const int MaximumQueries = 500;
    private const int MaximumDatapoints = 100_800;

    public static void Register(OperationTable operations)
    {
        operations.Add<GetMetricDataRequest, GetMetricDataResponse>($"{Prefix}GetMetricData", Get);
        operations.Add<PutMetricDataRequest>($"{Prefix}PutMetricData", PutMetricDataOperation.Put);
        operations.Add<ListMetricsRequest, ListMetricsResponse>($"{Prefix}ListMetrics", ListMetricsOperation.List);
    }

    private static GetMetricDataResponse Get(GetMetricDataRequest request, World world, DateTimeOffset now)
    {
        var queries = request.MetricDataQueries ?? throw Missing("MetricDataQueries");
        var from = new DateTimeOffset(request.StartTime ?? throw Missing("StartTime"));
        var until = new DateTimeOffset(request.EndTime ?? throw Missing("EndTime"));
        var budget = request.MaxDatapoints ?? MaximumDatapoints;
        if (queries.Count is 0 or > MaximumQueries)
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter MetricDataQueries must contain between 1 and {MaximumQueries} queries, but has {queries.Count}.");
        }

        if (budget is < 1 or > MaximumDatapoints)
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter MaxDatapoints must be between 1 and {MaximumDatapoints}, but is {budget}.");
        }

        if (from >= until)
        {
            throw AwsErrorException.InvalidParameterValue("The parameter StartTime must be less than the parameter EndTime.");
        }

        var set = QuerySet.Parse(queries);
        var window = new ReadWindow(from, until, IsAligned: true);
        var descending = request.ScanBy != ScanBy.TimestampAscending;
        return set.Expressions.Count > 0
            ? MetricMath.Read(set, world.Metrics, window, now, budget, descending)
            : new MetricDataPages(world.Metrics, from, until, now, descending)
                .Read([.. queries.Where(query => query.ReturnData != false).Select(query => (query, set.Metrics[query.Id!]))], budget, request.NextToken);
    }

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
