namespace CanaryConsole.Tests.Core.Faults;

/// <summary>The time is a clock's that is moved by hand; what waits for it waits a twentieth of that in truth. For limits on things that really take time.</summary>
internal sealed class HastyTimers(TimeProvider clock) : TimeProvider
{
    private const int Haste = 20;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period > TimeSpan.Zero ? period / Haste : period);
}
