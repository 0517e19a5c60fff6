namespace CanaryConsole.Aws.Adapters;

/// <summary>CloudWatch answers fastest, and without moving the windows, when start and end lie on the period's grid.</summary>
internal static class PeriodAlignment
{
    public static DateTimeOffset Floor(DateTimeOffset moment, TimeSpan period) => new(moment.UtcTicks - (moment.UtcTicks % period.Ticks), TimeSpan.Zero);

    public static DateTimeOffset Ceiling(DateTimeOffset moment, TimeSpan period)
    {
        var floor = Floor(moment, period);
        return floor.UtcTicks == moment.UtcTicks ? floor : floor + period;
    }
}
