namespace CanaryConsole.Tests.Schedules;

/// <summary>The clock of one machine: the cloud's, and off it by as much as somebody set it.</summary>
internal sealed class SkewedClock(TimeProvider clock) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
