namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The metrics of one variant: 10-second cells for 3 hours where enhanced metrics are on, 60-second cells for 15 days always.</summary>
internal sealed class MetricSeries
{
    public static readonly TimeSpan FinePeriod = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan CoarsePeriod = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan FineRetention = TimeSpan.FromHours(3);
    public static readonly TimeSpan CoarseRetention = TimeSpan.FromDays(15);

    private readonly CellRing _fine = new(FinePeriod, (int)(FineRetention / FinePeriod));
    private readonly CellRing _coarse = new(CoarsePeriod, (int)(CoarseRetention / CoarsePeriod));

    public DateTimeOffset LastWrite { get; private set; }

    public void Add(DateTimeOffset at, RequestOutcome outcome, int instances, bool enhanced)
    {
        LastWrite = Time.Later(LastWrite, at);
        var measurement = Measurement.Of(outcome, instances);
        _coarse.At(at).Add(measurement);
        if (enhanced)
        {
            _fine.At(at).Add(measurement);
        }
    }

    public void AddUtilization(DateTimeOffset at, double cpu, double memory, bool enhanced)
    {
        LastWrite = Time.Later(LastWrite, at);
        _coarse.At(at).AddUtilization(cpu, memory);
        if (enhanced)
        {
            _fine.At(at).AddUtilization(cpu, memory);
        }
    }

    /// <summary>The cells inside one period that starts at the given time.</summary>
    public IEnumerable<MetricCell> Cells(DateTimeOffset start, TimeSpan period)
    {
        // A whole minute is complete in the coarse ring, whether or not enhanced metrics were on all the time.
        if (period >= CoarsePeriod)
        {
            return Cells(_coarse, start, period);
        }

        // Without enhanced metrics a short period finds the minute's value once, at the minute.
        var minute = _coarse.Align(start);
        var isFine = Cells(_fine, minute, CoarsePeriod).Any();
        return isFine || minute != start ? Cells(_fine, start, period) : Cells(_coarse, start, CoarsePeriod);
    }

    private static IEnumerable<MetricCell> Cells(CellRing ring, DateTimeOffset start, TimeSpan period)
    {
        for (var at = ring.Align(start); at < start + period; at += ring.Width)
        {
            if (ring.Find(at) is { } cell)
            {
                yield return cell;
            }
        }
    }
}
