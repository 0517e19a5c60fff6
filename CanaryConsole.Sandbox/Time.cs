namespace CanaryConsole.Sandbox;

internal static class Time
{
    /// <summary>The last multiple of the period since the year 1 that is not after the time: minutes start at full minutes.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - time.UtcTicks % period.Ticks, TimeSpan.Zero);

    /// <summary>The first multiple of the period that is not before the time.</summary>
    public static DateTimeOffset Ceiling(DateTimeOffset time, TimeSpan period) => Floor(time + period - TimeSpan.FromTicks(1), period);

    public static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
