using CanaryConsole.Sandbox.Metrics.Packing;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>A metric that somebody publishes, in one unit: minutes for 15 days, and seconds for 3 hours where it is published in high resolution.</summary>
internal sealed class CustomSeries(string unit) : IMetricSource
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CellTrack<Distribution> _minutes = new(MetricSeries.CoarsePeriod, MetricSeries.CoarseRetention);
    private CellTrack<Distribution>? _seconds;

    public string Unit { get; } = unit;

    public DateTimeOffset LastWrite { get; private set; }

    public void Add(DateTimeOffset at, bool isHighResolution, Action<Distribution> add)
    {
        LastWrite = Time.Later(LastWrite, at);
        Write(_minutes, at, add);
        if (isHighResolution)
        {
            Write(_seconds ??= new CellTrack<Distribution>(Second, MetricSeries.FineRetention), at, add);
        }
    }

    public void Collect(DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values)
    {
        if (period >= MetricSeries.CoarsePeriod)
        {
            Collect(_minutes, start, period, isRanked, values);
        }
        else if (_seconds is not null)
        {
            Collect(_seconds, start, period, isRanked, values);
        }
        else if (start.UtcTicks % MetricSeries.CoarsePeriod.Ticks == 0)
        {
            // In standard resolution a short period finds the minute's value once, at the minute.
            Collect(_minutes, start, MetricSeries.CoarsePeriod, isRanked, values);
        }
    }

    public (double Value, long Samples)? PercentileAt(DateTimeOffset start, TimeSpan period, double share) => null;

    private static void Write(CellTrack<Distribution> track, DateTimeOffset at, Action<Distribution> add)
    {
        if (track.At(at) is { } cell)
        {
            add(cell);
        }
    }

    private static void Collect(CellTrack<Distribution> track, DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values)
    {
        for (var at = Time.Ceiling(start, track.Width); at < start + period; at += track.Width)
        {
            var packed = track.Find(at, out var open);
            if (open is not null)
            {
                values.Merge(open);
            }
            else if (!packed.IsEmpty)
            {
                PackedDistribution.ReadAlone(packed, isRanked, values);
            }
        }
    }
}
