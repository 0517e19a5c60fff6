using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>ListMetrics: what has had data in the last two weeks, or in the last three hours.</summary>
internal static class ListMetricsOperation
{
    private const int PageSize = 500;
    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);
    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);

    public static ListMetricsResponse List(ListMetricsRequest request, World world, DateTimeOffset now)
    {
        if (request.RecentlyActive is not null && request.RecentlyActive != RecentlyActive.PT3H)
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter RecentlyActive must be PT3H, but is \"{request.RecentlyActive}\".");
        }

        var since = now - (request.RecentlyActive is null ? Listed : Recent);
        var metrics = world.Metrics.All
            .Where(metric => metric.LastWrite >= since && IsAsked(metric.Id, request))
            .Select(metric => metric.Id)
            .OrderBy(id => id.Namespace, StringComparer.Ordinal)
            .ThenBy(id => id.Name, StringComparer.Ordinal)
            .ThenBy(id => string.Join('\n', id.Dimensions.Sorted.Select(one => $"{one.Name}={one.Value}")), StringComparer.Ordinal)
            .ToList();
        var page = Page.Of(metrics, null, request.NextToken, PageSize);
        return new ListMetricsResponse
        {
            Metrics = page.Items.ConvertAll(id => new Metric { Namespace = id.Namespace, MetricName = id.Name, Dimensions = id.Dimensions.ToWire() }),
            NextToken = page.NextToken,
        };
    }

    private static bool IsAsked(MetricId id, ListMetricsRequest request) =>
        (request.Namespace is null || request.Namespace == id.Namespace)
        && (request.MetricName is null || request.MetricName == id.Name)
        && (request.Dimensions ?? []).TrueForAll(filter => id.Dimensions.ValueOf(filter.Name ?? "") is { } value && (filter.Value is null || filter.Value == value));
}
