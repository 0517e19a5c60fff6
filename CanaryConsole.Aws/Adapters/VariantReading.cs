using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Turns the series of one variant into windows. What was not delivered is missing, never zero.</summary>
internal sealed class VariantReading(MetricRequest request)
{
    private readonly Dictionary<VariantMetric, MetricSeries> _series = VariantMetric.For(request).ToDictionary(metric => metric, _ => new MetricSeries());

    public MetricSeries this[VariantMetric metric] => _series[metric];

    public MetricAnswer ToAnswer()
    {
        var windows = new List<MetricWindow>();
        var withoutErrors = 0;
        var first = PeriodAlignment.Floor(request.From, request.Period).UtcTicks;
        foreach (var ticks in _series[VariantMetric.Invocations].Timestamps.Where(t => t >= first && t < request.To.UtcTicks).Order())
        {
            if (_series[VariantMetric.Invocations].At(ticks) is not > 0)
            {
                continue;
            }

            if (Window(ticks) is { } window)
            {
                windows.Add(window);
            }
            else
            {
                withoutErrors++;
            }
        }

        return new MetricAnswer(request, windows, Problem(withoutErrors, windows.Count + withoutErrors));
    }

    private MetricWindow? Window(long ticks)
    {
        if (Errors(ticks) is not { } errors)
        {
            return null;
        }

        var requests = Count(_series[VariantMetric.Invocations].At(ticks)!.Value);
        return new MetricWindow(
            new DateTimeOffset(ticks, TimeSpan.Zero),
            request.Period,
            requests,
            Math.Min(errors, requests),
            Latency(VariantMetric.LatencyP50, ticks),
            Latency(VariantMetric.LatencyP90, ticks),
            Latency(VariantMetric.LatencyP99, ticks),
            request.SlowerThan is { } bound ? Slower(bound, ticks, requests) : null)
        {
            ClientErrors = request.ClientErrors ? Count(VariantMetric.ClientErrors, ticks, requests) : null,
            ServerErrors = Count(VariantMetric.ServerErrors, ticks, requests),
            ModelErrors = Count(VariantMetric.ModelErrors, ticks, requests),
            SlowCounts = SlowCounts(ticks, requests),
        };
    }

    /// <summary>
    /// The greater of the two error counts. SageMaker publishes a 0 for each good request, so a window without either is late, not clean; a
    /// series that is whole and silent is one this endpoint does not publish.
    /// </summary>
    private long? Errors(long ticks)
    {
        double? most = null;
        foreach (var metric in (ReadOnlySpan<VariantMetric>)[VariantMetric.ServerErrors, VariantMetric.ModelErrors])
        {
            var series = _series[metric];
            if (series.At(ticks) is { } value)
            {
                most = Math.Max(most ?? 0, value);
            }
            else if (series.IsPartial || series.HasFailed)
            {
                return null;
            }
        }

        return most is { } errors ? Count(errors) : null;
    }

    private TimeSpan? Latency(VariantMetric metric, long ticks) =>
        _series[metric].At(ticks) is { } microseconds and >= 0 ? VariantMetric.Latency(microseconds) : null;

    private long? Count(VariantMetric metric, long ticks, long requests) => _series[metric].At(ticks) is { } value ? Math.Min(Count(value), requests) : null;

    private List<SlowCount>? SlowCounts(long ticks, long requests)
    {
        var counts = new List<SlowCount>(request.Thresholds.Count);
        foreach (var threshold in request.Thresholds)
        {
            if (Slower(threshold, ticks, requests) is { } slow)
            {
                counts.Add(new SlowCount(threshold, slow));
            }
        }

        return counts.Count > 0 ? counts : null;
    }

    private long? Slower(TimeSpan bound, long ticks, long requests)
    {
        if (Count(VariantMetric.SlowerThan(bound), ticks, requests) is { } slow)
        {
            return slow;
        }

        // CloudWatch may leave out a count of nothing. The slowest request says whether that is what happened.
        return _series[VariantMetric.LatencyMaximum].At(ticks) <= VariantMetric.Microseconds(bound) ? 0 : null;
    }

    private string? Problem(int withoutErrors, int all)
    {
        var unreliable = _series.Where(series => series.Value.HasFailed || series.Value.IsPartial).ToList();
        if (unreliable.Count > 0)
        {
            var (metric, series) = (unreliable[0].Key, unreliable[0].Value);
            return SeriesProblem.Of($"{metric.MetricName}{(unreliable.Count > 1 ? $" and {unreliable.Count - 1} more" : "")}", series);
        }

        return withoutErrors > 0 ? $"CloudWatch has not delivered the error counts of {withoutErrors} of {all} windows yet." : null;
    }

    private static long Count(double value) => (long)Math.Round(Math.Clamp(value, 0, 1e15));
}
