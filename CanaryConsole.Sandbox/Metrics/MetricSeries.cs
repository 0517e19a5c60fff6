using CanaryConsole.Sandbox.Metrics.Packing;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The metrics of one variant: 10-second cells for 3 hours where enhanced metrics are on, 60-second cells for 15 days always.</summary>
internal sealed class MetricSeries
{
    public static readonly TimeSpan FinePeriod = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan CoarsePeriod = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan FineRetention = TimeSpan.FromHours(3);
    public static readonly TimeSpan CoarseRetention = TimeSpan.FromDays(15);

    private readonly CellTrack<MetricCell> _coarse = new(CoarsePeriod, CoarseRetention);
    private CellTrack<MetricCell>? _fine;

    public long Bytes => _coarse.Bytes + (_fine?.Bytes ?? 0);

    public DateTimeOffset LastWrite { get; private set; }

    public void Add(DateTimeOffset at, in Measurement measurement, bool enhanced, long count = 1)
    {
        LastWrite = Time.Later(LastWrite, at);
        _coarse.At(at)?.Add(measurement, count);
        if (enhanced)
        {
            Fine.At(at)?.Add(measurement, count);
        }
    }

    public void AddUtilization(DateTimeOffset at, double cpu, double memory, bool enhanced)
    {
        LastWrite = Time.Later(LastWrite, at);
        _coarse.At(at)?.AddUtilization(cpu, memory);
        if (enhanced)
        {
            Fine.At(at)?.AddUtilization(cpu, memory);
        }
    }

    /// <summary>A percentile of a latency over one whole cell, if that is what is asked for and the cell is packed.</summary>
    public (double Value, long Samples)? LatencyAt(VariantMetric metric, DateTimeOffset start, TimeSpan period, double share)
    {
        if (metric is not (VariantMetric.ModelLatency or VariantMetric.OverheadLatency) || start.UtcTicks % period.Ticks != 0)
        {
            return null;
        }

        var track = period == CoarsePeriod ? _coarse : period == FinePeriod ? _fine : null;
        if (track is null)
        {
            return null;
        }

        var packed = track.Find(start, out _);
        return packed.IsEmpty ? null : PackedMetricCell.LatencyAt(packed, metric, share);
    }

    /// <summary>Adds the values of one metric within the period that starts at the given time.</summary>
    public void Collect(VariantMetric metric, DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values)
    {
        // A whole minute is complete in the coarse track, whether or not enhanced metrics were on all the time.
        if (period >= CoarsePeriod)
        {
            Collect(_coarse, metric, start, period, isRanked, values);
            return;
        }

        // Without enhanced metrics a short period finds the minute's value once, at the minute.
        var minute = Time.Floor(start, CoarsePeriod);
        if (minute != start || HasFine(minute))
        {
            Collect(Fine, metric, start, period, isRanked, values);
        }
        else
        {
            Collect(_coarse, metric, start, CoarsePeriod, isRanked, values);
        }
    }

    private CellTrack<MetricCell> Fine => _fine ??= new CellTrack<MetricCell>(FinePeriod, FineRetention);

    private static void Collect(
        CellTrack<MetricCell> track, VariantMetric metric, DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values)
    {
        for (var at = Time.Ceiling(start, track.Width); at < start + period; at += track.Width)
        {
            var packed = track.Find(at, out var open);
            if (open is not null)
            {
                open.AddTo(values, metric);
            }
            else if (!packed.IsEmpty)
            {
                PackedMetricCell.AddTo(packed, metric, isRanked, values);
            }
        }
    }

    private bool HasFine(DateTimeOffset minute)
    {
        for (var at = minute; at < minute + CoarsePeriod; at += FinePeriod)
        {
            if (!Fine.Find(at, out var open).IsEmpty || open is not null)
            {
                return true;
            }
        }

        return false;
    }
}
