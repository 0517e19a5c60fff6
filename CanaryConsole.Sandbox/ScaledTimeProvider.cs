namespace CanaryConsole.Sandbox;

/// <summary>
/// A clock that showed the wall's time at its origin and runs faster from there, timers and timestamps included. Two processes with the same origin and scale share it.
/// For the sandbox only: real clouds keep real time.
/// </summary>
public sealed class ScaledTimeProvider : TimeProvider
{
    private readonly TimeProvider _wall;
    private readonly double _scale;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startStamp;

    /// <param name="origin">When it showed the wall's time; null for now.</param>
    public ScaledTimeProvider(TimeProvider wall, double scale, DateTimeOffset? origin = null)
    {
        ArgumentNullException.ThrowIfNull(wall);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 100);
        _wall = wall;
        _scale = scale;
        var now = wall.GetUtcNow();
        _startedAt = origin is { } then ? then + ((now - then) * scale) : now;
        _startStamp = wall.GetTimestamp();
    }

    public override long TimestampFrequency => _wall.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _wall.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _startedAt + (_wall.GetElapsedTime(_startStamp) * _scale);

    public override long GetTimestamp() => _startStamp + (long)((_wall.GetTimestamp() - _startStamp) * _scale);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_wall.CreateTimer(callback, state, ToWall(dueTime), ToWall(period)), this);

    private TimeSpan ToWall(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            return span;
        }

        // Timers count whole milliseconds: less than one would round to "at once", or for a period to "only once".
        var wall = span / _scale;
        return wall < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wall;
    }

    private sealed class ScaledTimer(ITimer inner, ScaledTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.ToWall(dueTime), clock.ToWall(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
