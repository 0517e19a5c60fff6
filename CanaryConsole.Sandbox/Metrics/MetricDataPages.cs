using System.Globalization;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Reads many queries within a budget of datapoints; what does not fit is on the next page, which starts where this one stopped.</summary>
internal sealed class MetricDataPages(MetricStore store, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, bool descending)
{
    public GetMetricDataResponse Read(IReadOnlyList<(MetricDataQuery Query, MetricQuery Parsed)> queries, int budget, string? nextToken)
    {
        var (first, resumeAt) = Position(nextToken, queries.Count);
        var results = new List<MetricDataResult>();
        string? next = null;
        for (var i = first; i < queries.Count && next is null; i++)
        {
            var (query, parsed) = queries[i];
            var result = new MetricDataResult
            {
                Id = query.Id,
                Label = query.Label ?? parsed.Metric.Name,
                Timestamps = [],
                Values = [],
                StatusCode = StatusCode.Complete,
            };
            results.Add(result);
            foreach (var point in Points(parsed, i == first ? resumeAt : null))
            {
                if (budget-- == 0)
                {
                    result.StatusCode = StatusCode.PartialData;
                    next = $"{i}.{point.At.UtcTicks}";
                    break;
                }

                result.Timestamps.Add(point.At.UtcDateTime);
                result.Values.Add(point.Value);
            }
        }

        return new GetMetricDataResponse { MetricDataResults = results, Messages = [], NextToken = next };
    }

    private IEnumerable<Datapoint> Points(MetricQuery query, DateTimeOffset? resumeAt)
    {
        var start = descending ? from : resumeAt ?? from;
        var end = descending && resumeAt is { } last ? Time.Earlier(until, last + query.Period) : until;
        return store.Read(query, start, end, now, descending);
    }

    private static (int Query, DateTimeOffset? At) Position(string? token, int queries)
    {
        if (token is null)
        {
            return (0, null);
        }

        return token.Split('.') is [var index, var ticks]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var query)
            && query < queries
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at < DateTime.MaxValue.Ticks
            ? (query, new DateTimeOffset(at, TimeSpan.Zero))
            : throw new AwsErrorException("InvalidNextToken", "The parameter NextToken was not given out for this request.");
    }
}
