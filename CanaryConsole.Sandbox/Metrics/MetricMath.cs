using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Metrics.Expressions;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Answers a request with expressions. It has no second page: what does not fit is left out, and the result says that it is partial.</summary>
internal static class MetricMath
{
    public static GetMetricDataResponse Read(QuerySet queries, MetricStore store, ReadWindow window, DateTimeOffset now, int budget, bool descending)
    {
        var shown = window with { Until = Time.Earlier(window.Until, now) };
        var evaluation = new QueryEvaluation(queries, shown, (query, range) => store.Read(query, range.From, range.Until, now));
        var results = new List<MetricDataResult>();
        foreach (var query in queries.Queries.Where(query => query.ReturnData != false))
        {
            var all = evaluation.Of(query.Id!);
            foreach (var series in all)
            {
                var points = (descending ? series.Points.Reverse() : series.Points).Take(budget).ToList();
                budget -= points.Count;
                results.Add(new MetricDataResult
                {
                    Id = query.Id,
                    Label = LabelOf(query, series, isOneOfMany: all.Count > 1),
                    Timestamps = points.ConvertAll(point => point.At.UtcDateTime),
                    Values = points.ConvertAll(point => point.Value),
                    StatusCode = points.Count < series.Points.Count ? StatusCode.PartialData : StatusCode.Complete,
                });
            }
        }

        return new GetMetricDataResponse { MetricDataResults = results, Messages = [] };
    }

    private static string LabelOf(MetricDataQuery query, Series series, bool isOneOfMany) => query.Label is { } label
        ? isOneOfMany ? $"{label} {series.Label}" : label
        : query.Expression is null || isOneOfMany ? series.Label : query.Id!;
}
