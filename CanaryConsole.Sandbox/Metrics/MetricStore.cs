using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>
/// The metrics of every variant that ever served. What happens is written at once, or held back for as long as metrics are late, and read in periods.
/// </summary>
internal sealed class MetricStore(MetricDelivery delivery, Dice dice)
{
    private const int MaximumSeries = 500;
    private const int MaximumHeldBack = 500_000;

    private readonly Dictionary<VariantKey, MetricSeries> _series = [];
    private readonly PriorityQueue<HeldBack, (DateTimeOffset VisibleAt, long Order)> _heldBack = new();
    private readonly Distribution _values = new();
    private long _order;

    public MetricStore(MetricDelivery delivery)
        : this(delivery, new Dice(0))
    {
    }

    /// <summary>What the packed periods take in memory.</summary>
    public long Bytes => _series.Values.Sum(series => series.Bytes);

    public MetricDelivery Delivery { get; set; } = delivery;

    /// <summary>Records a request, or several alike, on its variant, and beside that on the variant of one endpoint config where the config is named.</summary>
    public void Record(string endpoint, string variant, DateTimeOffset at, RequestOutcome outcome, int instances, bool enhanced, string? config = null, int count = 1)
    {
        var measurement = Measurement.Of(outcome, instances);
        Deliver(new HeldBack(new VariantKey(endpoint, variant, config), at, enhanced, measurement, count, null), mayBeLate: true);
    }

    public void RecordUtilization(string endpoint, string variant, DateTimeOffset at, double cpu, double memory, bool enhanced, string? config = null) =>
        Deliver(new HeldBack(new VariantKey(endpoint, variant, config), at, enhanced, default, 0, (cpu, memory)), mayBeLate: false);

    /// <summary>Makes visible what is old enough.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (_heldBack.TryPeek(out _, out var due) && (due.VisibleAt <= now || _heldBack.Count > MaximumHeldBack))
        {
            Write(_heldBack.Dequeue());
        }
    }

    /// <summary>The datapoints of the periods that start within [from, until). A period in which nothing happened has none.</summary>
    public IEnumerable<Datapoint> Read(MetricQuery query, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, bool descending = false) =>
        ReadCounted(query, from, until, now, descending).Select(point => new Datapoint(point.At, point.Value));

    /// <summary>As <see cref="Read"/>, with the number of samples; the periods start at multiples of the period, or else at the first moment asked for.</summary>
    public IEnumerable<CountedDatapoint> ReadCounted(
        MetricQuery query, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, bool descending = false, bool isAligned = true)
    {
        if (VariantKey.Of(query.Metric.Dimensions) is not { } key
            || MetricName.Find(query.Metric.Namespace, query.Metric.Name) is not { } metric
            || !_series.TryGetValue(key, out var series)
            || (query.Unit is not null && query.Unit != MetricName.Unit(metric)))
        {
            yield break;
        }

        var retention = query.Period < MetricSeries.CoarsePeriod ? MetricSeries.FineRetention : MetricSeries.CoarseRetention;
        var start = Time.Later(from, now - retention);
        start = isAligned ? Time.Floor(start, query.Period) : start;
        var end = Time.Earlier(until, now);
        var periods = end > start ? ((end - start).Ticks + query.Period.Ticks - 1) / query.Period.Ticks : 0;
        var share = query.Statistic.PercentileShare;
        for (var i = 0L; i < periods; i++)
        {
            var at = start + ((descending ? periods - 1 - i : i) * query.Period);
            if (share is { } rank && series.LatencyAt(metric, at, query.Period, rank) is { } known)
            {
                yield return new CountedDatapoint(at, known.Value, known.Samples);
                continue;
            }

            _values.Clear();
            series.Collect(metric, at, query.Period, query.Statistic.IsRanked, _values);
            if (_values.Count > 0 && query.Statistic.Of(_values) is { } value)
            {
                yield return new CountedDatapoint(at, value, _values.Count);
            }
        }
    }

    private void Deliver(in HeldBack what, bool mayBeLate)
    {
        var delay = Delivery.Lateness;
        if (mayBeLate && Delivery.LateShare > 0 && dice.Uniform() < Delivery.LateShare)
        {
            delay += Delivery.LateBy * dice.Uniform();
        }

        if (mayBeLate && delay == TimeSpan.Zero)
        {
            Write(what);
        }
        else
        {
            _heldBack.Enqueue(what, (what.At + delay, _order++));
        }
    }

    private void Write(in HeldBack what)
    {
        WriteTo(what.Key with { Config = null }, what);
        if (what.Key.Config is not null)
        {
            WriteTo(what.Key, what);
        }
    }

    private void WriteTo(VariantKey key, in HeldBack what)
    {
        if (what.Utilization is var (cpu, memory))
        {
            SeriesFor(key).AddUtilization(what.At, cpu, memory, what.IsEnhanced);
        }
        else
        {
            SeriesFor(key).Add(what.At, what.Request, what.IsEnhanced, what.Count);
        }
    }

    private MetricSeries SeriesFor(VariantKey key)
    {
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MaximumSeries)
            {
                _series.Remove(_series.MinBy(pair => pair.Value.LastWrite).Key);
            }

            series = _series[key] = new MetricSeries();
        }

        return series;
    }

    private readonly record struct HeldBack(
        VariantKey Key, DateTimeOffset At, bool IsEnhanced, Measurement Request, int Count, (double Cpu, double Memory)? Utilization);
}
