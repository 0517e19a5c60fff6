namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>The newest cells of one width. What is older than the retention is overwritten by what is newer; all but the newest cells are packed.</summary>
internal sealed class CellTrack<TCell>(TimeSpan width, TimeSpan retention)
    where TCell : class, IPackedCell<TCell>
{
    // The cell being written and the one before, which the last requests of a period may still reach.
    private const int KeptOpen = 2;

    private readonly CellChunk<TCell>?[] _chunks = new CellChunk<TCell>?[(int)(retention / width / CellChunk<TCell>.Size) + 2];
    private readonly List<long> _open = [];
    private long _newest = long.MinValue;
    private long _lastIndex = long.MinValue;
    private TCell? _last;

    public TimeSpan Width { get; } = width;

    public TimeSpan Retention { get; } = retention;

    /// <summary>What the packed cells take; the few that are still written are not counted.</summary>
    public long Bytes => _chunks.Sum(chunk => sizeof(long) + (chunk?.Bytes ?? 0));

    /// <summary>The cell to write at a time; null for a time that is too old to be kept.</summary>
    public TCell? At(DateTimeOffset time)
    {
        var index = time.UtcTicks / Width.Ticks;
        if (index == _lastIndex)
        {
            return _last;
        }

        if (index > _newest)
        {
            _newest = index;
            PackBefore(index - KeptOpen);
        }
        else if (index <= _newest - (Retention / Width))
        {
            return null;
        }

        var (chunk, place) = Math.DivRem(index, CellChunk<TCell>.Size);
        ref var slot = ref _chunks[chunk % _chunks.Length];
        if (slot is null || slot.Index != chunk)
        {
            slot = new CellChunk<TCell>(chunk);
        }

        (_last, _lastIndex) = (slot.Open((int)place), index);
        if (!_open.Contains(index))
        {
            _open.Add(index);
        }

        return _last;
    }

    /// <summary>The cell that is still written, or else its bytes; none where nothing happened.</summary>
    public ReadOnlySpan<byte> Find(DateTimeOffset time, out TCell? open)
    {
        var (chunk, place) = Math.DivRem(time.UtcTicks / Width.Ticks, CellChunk<TCell>.Size);
        if (_chunks[chunk % _chunks.Length] is { } found && found.Index == chunk)
        {
            return found.Find((int)place, out open);
        }

        open = null;
        return [];
    }

    private void PackBefore(long index)
    {
        (_last, _lastIndex) = (null, long.MinValue);
        var newestChunk = _newest / CellChunk<TCell>.Size;
        foreach (var old in _open.Where(open => open < index))
        {
            var (chunk, place) = Math.DivRem(old, CellChunk<TCell>.Size);
            if (_chunks[chunk % _chunks.Length] is { } found && found.Index == chunk)
            {
                found.Pack((int)place);
                if (chunk < newestChunk)
                {
                    found.TrySeal();
                }
            }
        }

        _open.RemoveAll(open => open < index);
    }
}
