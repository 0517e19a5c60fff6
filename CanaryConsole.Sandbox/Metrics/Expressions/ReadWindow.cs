namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>The stretch of time that is read. Its periods begin at multiples of the period, as requests have it, or at its own beginning, as alarms have it.</summary>
internal readonly record struct ReadWindow(DateTimeOffset From, DateTimeOffset Until, bool IsAligned)
{
    public DateTimeOffset Start(TimeSpan period) => IsAligned ? Time.Floor(From, period) : From;
}
