namespace CanaryConsole.Benchmarks.Engine;

/// <summary>The real clock, put forward between ticks: ten seconds pass for the engine without anybody waiting for them.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
