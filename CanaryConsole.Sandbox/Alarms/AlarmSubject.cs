using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Metrics.Expressions;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>What an alarm watches: one metric, or the result of metric math.</summary>
internal abstract record AlarmSubject
{
    // How many periods beyond its own an alarm looks back over, in case some are missing or late.
    private const int SparePeriods = 2;

    private AlarmSubject()
    {
    }

    public abstract TimeSpan Period { get; }

    /// <summary>The share of a percentile, to which the rule for few samples applies; null for everything else.</summary>
    public virtual double? PercentileShare => null;

    /// <summary>The periods that end now, oldest first: as many as the alarm judges and some more.</summary>
    public IReadOnlyList<AlarmPoint> Read(MetricStore store, int periods, DateTimeOffset now)
    {
        var from = now - ((periods + SparePeriods) * Period);
        var known = ReadKnown(store, from, now);
        return
        [
            .. Enumerable.Range(0, periods + SparePeriods)
                .Select(i => from + (i * Period))
                .Select(at => known.TryGetValue(at, out var point) ? point : new AlarmPoint(at, null, 0)),
        ];
    }

    protected abstract Dictionary<DateTimeOffset, AlarmPoint> ReadKnown(MetricStore store, DateTimeOffset from, DateTimeOffset now);

    public sealed record Metric(MetricQuery Query) : AlarmSubject
    {
        public override TimeSpan Period => Query.Period;

        public override double? PercentileShare => Query.Statistic.PercentileShare;

        protected override Dictionary<DateTimeOffset, AlarmPoint> ReadKnown(MetricStore store, DateTimeOffset from, DateTimeOffset now) =>
            store.ReadCounted(Query, from, now, now, isAligned: false).ToDictionary(point => point.At, point => new AlarmPoint(point.At, point.Value, point.Samples));
    }

    public sealed record Expression(QuerySet Queries, string Watched) : AlarmSubject
    {
        public override TimeSpan Period { get; } = Queries.Metrics.Values.Max(query => query.Period);

        /// <summary>The series the expression gives; an alarm can watch one only.</summary>
        public IReadOnlyList<Series> Evaluate(MetricStore store, DateTimeOffset from, DateTimeOffset now) =>
            new QueryEvaluation(
                Queries,
                new ReadWindow(from, now, IsAligned: false),
                (query, window) => store.ReadCounted(query, window.From, window.Until, now, isAligned: false).Select(point => new Datapoint(point.At, point.Value)))
            .Of(Watched);

        protected override Dictionary<DateTimeOffset, AlarmPoint> ReadKnown(MetricStore store, DateTimeOffset from, DateTimeOffset now) =>
            Evaluate(store, from, now) is [var series]
                ? series.Points.ToDictionary(point => point.At, point => new AlarmPoint(point.At, point.Value, long.MaxValue))
                : [];
    }
}
