namespace CanaryConsole.Sandbox.Metrics;

/// <summary>
/// The metrics of every variant that ever served. What happens is written at once, or held back for as long as metrics are late, and read in periods.
/// </summary>
internal sealed class MetricStore(TimeSpan lateness)
{
    private const int MaximumSeries = 500;
    private const int MaximumHeldBack = 500_000;

    private readonly Dictionary<(string Endpoint, string Variant), MetricSeries> _series = [];
    private readonly Queue<(DateTimeOffset VisibleAt, Action Write)> _heldBack = new();

    public void Record(string endpoint, string variant, DateTimeOffset at, RequestOutcome outcome, int instances, bool enhanced)
    {
        if (lateness == TimeSpan.Zero)
        {
            SeriesFor(endpoint, variant).Add(at, outcome, instances, enhanced);
        }
        else
        {
            HoldBack(at, () => SeriesFor(endpoint, variant).Add(at, outcome, instances, enhanced));
        }
    }

    public void RecordUtilization(string endpoint, string variant, DateTimeOffset at, double cpu, double memory, bool enhanced) =>
        HoldBack(at, () => SeriesFor(endpoint, variant).AddUtilization(at, cpu, memory, enhanced));

    /// <summary>Makes visible what is old enough.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (_heldBack.TryPeek(out var next) && (next.VisibleAt <= now || _heldBack.Count > MaximumHeldBack))
        {
            _heldBack.Dequeue().Write();
        }
    }

    /// <summary>The datapoints of the periods that start within [from, until). A period in which nothing happened has none.</summary>
    public IEnumerable<Datapoint> Read(MetricQuery query, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, bool descending = false)
    {
        if (!_series.TryGetValue((query.Endpoint, query.Variant), out var series)
            || (query.Unit is not null && query.Unit != MetricName.Unit(query.Metric)))
        {
            yield break;
        }

        var retention = query.Period < MetricSeries.CoarsePeriod ? MetricSeries.FineRetention : MetricSeries.CoarseRetention;
        var start = Time.Floor(Time.Later(from, now - retention), query.Period);
        var end = Time.Earlier(until, now);
        var periods = end > start ? ((end - start).Ticks + query.Period.Ticks - 1) / query.Period.Ticks : 0;
        for (var i = 0L; i < periods; i++)
        {
            var at = start + ((descending ? periods - 1 - i : i) * query.Period);
            if (MetricName.Read(query.Namespace, query.Metric, series.Cells(at, query.Period)) is { Count: > 0 } values)
            {
                yield return new Datapoint(at, query.Statistic.Of(values));
            }
        }
    }

    private void HoldBack(DateTimeOffset at, Action write) => _heldBack.Enqueue((at + lateness, write));

    private MetricSeries SeriesFor(string endpoint, string variant)
    {
        if (!_series.TryGetValue((endpoint, variant), out var series))
        {
            if (_series.Count >= MaximumSeries)
            {
                _series.Remove(_series.MinBy(pair => pair.Value.LastWrite).Key);
            }

            series = _series[(endpoint, variant)] = new MetricSeries();
        }

        return series;
    }
}
