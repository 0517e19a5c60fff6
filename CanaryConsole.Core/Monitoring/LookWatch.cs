using System.Diagnostics.Metrics;

namespace CanaryConsole.Core.Monitoring;

/// <summary>How late the monitor's looks are, on a clock that nobody sets: guards that do not look do not act. Safe for any number of threads.</summary>
internal sealed class LookWatch(TimeProvider clock)
{
    /// <summary>The meter that measures them, for whoever collects.</summary>
    public const string MeterName = "CanaryConsole.Monitoring";

    /// <summary>A look this much over its time is worth waking somebody.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>("canaryconsole.monitor.look.lateness", "s", "How long after its time a look at all that is due was over.");

    private readonly Lock _gate = new();
    private long _endedAt = clock.GetTimestamp();
    private TimeSpan _due;

    /// <summary>A look is over, and the next is due after the given time.</summary>
    public void Ended(TimeSpan next)
    {
        lock (_gate)
        {
            Lateness.Record(Overdue_NeedsLock().TotalSeconds);
            (_endedAt, _due) = (clock.GetTimestamp(), next);
        }
    }

    /// <summary>How long the look that is due has been missing; zero while it is not.</summary>
    public TimeSpan Overdue()
    {
        lock (_gate)
        {
            return Overdue_NeedsLock();
        }
    }

    private TimeSpan Overdue_NeedsLock() => clock.GetElapsedTime(_endedAt) - _due is { Ticks: > 0 } over ? over : TimeSpan.Zero;
}
