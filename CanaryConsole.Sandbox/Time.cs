namespace CanaryConsole.Sandbox;

internal static class Time
{
    /// <summary>The last multiple of the period since the year 1 that is not after the time: minutes start at full minutes.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - time.UtcTicks % period.Ticks, TimeSpan.Zero);

    public static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
