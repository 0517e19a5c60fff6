namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The newest cells of one width. A cell older than the ring is long is overwritten by a newer one.</summary>
internal sealed class CellRing(TimeSpan width, int capacity)
{
    private readonly MetricCell?[] _cells = new MetricCell?[capacity];

    public TimeSpan Width { get; } = width;

    public MetricCell At(DateTimeOffset time)
    {
        var index = IndexOf(time);
        ref var slot = ref _cells[index % capacity];
        if (slot is null || slot.Index != index)
        {
            slot = new MetricCell(index);
        }

        return slot;
    }

    public MetricCell? Find(DateTimeOffset time)
    {
        var index = IndexOf(time);
        var cell = _cells[index % capacity];
        return cell?.Index == index ? cell : null;
    }

    public DateTimeOffset Oldest(DateTimeOffset now) => Align(now) - (capacity - 1) * Width;

    public DateTimeOffset Align(DateTimeOffset time) => Time.Floor(time, Width);

    private long IndexOf(DateTimeOffset time) => time.UtcTicks / Width.Ticks;
}
