using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Requests that fit one GetMetricData call, and the span that covers them all.</summary>
internal sealed record MetricBatch(IReadOnlyList<int> Indexes, DateTimeOffset Start, DateTimeOffset End)
{
    private const int MaxQueries = 500;
    private const int MaxDatapoints = 100_800;

    /// <summary>
    /// Neighbours in time share a call: one call has one span, and a span wider than a request needs costs datapoints, not queries.
    /// </summary>
    public static IReadOnlyList<MetricBatch> Pack(IReadOnlyList<MetricRequest> requests)
    {
        var batches = new List<MetricBatch>();
        var current = new List<int>();
        var queries = 0;
        var pointsPerSecond = 0.0;
        DateTimeOffset start = default, end = default;
        foreach (var index in Enumerable.Range(0, requests.Count).OrderBy(i => requests[i].From).ThenBy(i => requests[i].To))
        {
            var request = requests[index];
            var count = VariantMetric.For(request).Count;
            var rate = count / request.Period.TotalSeconds;
            var from = PeriodAlignment.Floor(request.From, request.Period);
            var to = PeriodAlignment.Ceiling(request.To, request.Period);
            var (widerStart, widerEnd) = current.Count == 0 ? (from, to) : (from < start ? from : start, to > end ? to : end);
            if (current.Count > 0
                && (queries + count > MaxQueries || (pointsPerSecond + rate) * (widerEnd - widerStart).TotalSeconds > MaxDatapoints))
            {
                batches.Add(new MetricBatch(current, start, end));
                (current, queries, pointsPerSecond, widerStart, widerEnd) = ([], 0, 0, from, to);
            }

            current.Add(index);
            (queries, pointsPerSecond, start, end) = (queries + count, pointsPerSecond + rate, widerStart, widerEnd);
        }

        if (current.Count > 0)
        {
            batches.Add(new MetricBatch(current, start, end));
        }

        return batches;
    }
}
