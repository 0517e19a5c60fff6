using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>
/// The metrics of every variant that ever served, and those that are published to it. What happens on a variant is written at once, or held back for as long
/// as metrics are late; all is read in periods.
/// </summary>
internal sealed class MetricStore(MetricDelivery delivery, Dice dice)
{
    private const int MaximumSeries = 500;
    private const int MaximumHeldBack = 500_000;

    // So far ahead may be published.
    private static readonly TimeSpan Future = TimeSpan.FromHours(2) + TimeSpan.FromTicks(1);

    private readonly Dictionary<VariantKey, MetricSeries> _series = [];
    private readonly PriorityQueue<HeldBack, (DateTimeOffset VisibleAt, long Order)> _heldBack = new();
    private readonly CustomMetrics _custom = new();
    private readonly Distribution _values = new();
    private long _order;

    public MetricStore(MetricDelivery delivery)
        : this(delivery, new Dice(0))
    {
    }

    /// <summary>What the packed periods take in memory.</summary>
    public long Bytes => _series.Values.Sum(series => series.Bytes);

    public MetricDelivery Delivery { get; set; } = delivery;

    /// <summary>What the faults in force do to the metrics of an endpoint at a moment.</summary>
    public Func<string, DateTimeOffset, MetricTrouble> Trouble { get; set; } = static (_, _) => MetricTrouble.None;

    /// <summary>Every metric there is, with the time of its newest value.</summary>
    public IEnumerable<(MetricId Id, DateTimeOffset LastWrite)> All => _series
        .SelectMany(pair => MetricName.All.Select(metric => (new MetricId(metric.Namespace, metric.Name, pair.Key.Dimensions), pair.Value.LastWrite)))
        .Concat(_custom.All);

    /// <summary>Keeps what somebody publishes; it can be read at once.</summary>
    public void Publish(string ns, PublishedDatum datum) =>
        _custom.Open(new MetricId(ns, datum.Name, datum.Dimensions), datum.Unit).Add(datum.At, datum.IsHighResolution, datum.Add);

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
        var sources = Sources(query);
        if (sources.Count == 0)
        {
            yield break;
        }

        var retention = query.Period < MetricSeries.CoarsePeriod ? MetricSeries.FineRetention : MetricSeries.CoarseRetention;
        var start = Time.Later(from, now - retention);
        start = isAligned ? Time.Floor(start, query.Period) : start;
        var end = Time.Earlier(until, now + Future);
        var periods = end > start ? ((end - start).Ticks + query.Period.Ticks - 1) / query.Period.Ticks : 0;
        for (var i = 0L; i < periods; i++)
        {
            var at = start + ((descending ? periods - 1 - i : i) * query.Period);
            if (PointAt(sources, query, at) is { } point)
            {
                yield return point;
            }
        }
    }

    private CountedDatapoint? PointAt(IReadOnlyList<IMetricSource> sources, MetricQuery query, DateTimeOffset at)
    {
        if (query.Statistic.PercentileShare is { } share && sources.Count == 1 && sources[0].PercentileAt(at, query.Period, share) is var (known, samples))
        {
            return new CountedDatapoint(at, known, samples);
        }

        _values.Clear();
        foreach (var source in sources)
        {
            source.Collect(at, query.Period, query.Statistic.IsRanked, _values);
        }

        return _values.Count > 0 && query.Statistic.Of(_values) is { } value ? new CountedDatapoint(at, value, _values.Count) : null;
    }

    private IReadOnlyList<IMetricSource> Sources(MetricQuery query)
    {
        var sources = SourcesOf(query.Metric);
        return query.Unit is null ? sources : [.. sources.Where(source => source.Unit == query.Unit)];
    }

    private IReadOnlyList<IMetricSource> SourcesOf(MetricId id) =>
        MetricName.Find(id.Namespace, id.Name) is { } metric && VariantKey.Of(id.Dimensions) is { } key && _series.TryGetValue(key, out var series)
            ? [new VariantSource(series, metric)]
            : _custom.Find(id);

    private void Deliver(in HeldBack what, bool mayBeLate)
    {
        var trouble = Trouble(what.Key.Endpoint, what.At);
        if (trouble.AreMissing)
        {
            return;
        }

        var delay = Delivery.Lateness + trouble.Lateness;
        if (trouble.NewestShare < 1 && dice.Uniform() >= trouble.NewestShare)
        {
            delay += MetricSeries.CoarsePeriod;
        }

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
