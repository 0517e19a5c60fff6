using System.Text.RegularExpressions;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

internal static partial class MetricDataOperations
{
    private const int MaximumQueries = 500;
    private const int MaximumDatapoints = 100_800;

    public static void Register(OperationTable operations) =>
        operations.Add<GetMetricDataRequest, GetMetricDataResponse>("GraniteServiceVersion20100801.GetMetricData", Get);

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

        if (queries.GroupBy(query => query.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw AwsErrorException.InvalidParameterValue($"The Id of each query in MetricDataQueries must be unique, but \"{repeated.Key}\" is used more than once.");
        }

        // Every query is judged before the first is read.
        var parsed = queries.ConvertAll(query => (Query: query, Parsed: Parse(query)));
        return new MetricDataPages(world.Metrics, from, until, now, descending: request.ScanBy != ScanBy.TimestampAscending)
            .Read([.. parsed.Where(pair => pair.Query.ReturnData != false)], budget, request.NextToken);
    }

    private static MetricQuery Parse(MetricDataQuery query)
    {
        if (query.Id is null || !IdPattern().IsMatch(query.Id))
        {
            throw AwsErrorException.InvalidParameterValue(
                $"The Id \"{query.Id}\" in MetricDataQueries must start with a lowercase letter and contain only letters, digits and underscores.");
        }

        if (query.Expression is not null || query.MetricStat is not { } stat)
        {
            throw AwsErrorException.InvalidParameterValue($"The query \"{query.Id}\" must have a MetricStat: expressions are not supported by this sandbox.");
        }

        return QueryParser.Parse(
            stat.Metric?.Namespace ?? throw Missing("Namespace"),
            stat.Metric.MetricName ?? throw Missing("MetricName"),
            stat.Metric.Dimensions,
            stat.Period ?? query.Period ?? throw Missing("Period"),
            stat.Stat ?? throw Missing("Stat"),
            stat.Unit);
    }

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$")]
    private static partial Regex IdPattern();
}
