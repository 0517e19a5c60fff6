namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>Sixty cells in a row: those still written as they are, the others packed one by one, and all in one piece when none is written any more.</summary>
internal sealed class CellChunk<TCell>(long index)
    where TCell : class, IPackedCell<TCell>
{
    public const int Size = 60;

    private const int ArrayBytes = 24;
    private const int ObjectBytes = 72;

    private object?[]? _cells = new object?[Size];
    private byte[] _sealed = [];

    public long Index { get; } = index;

    /// <summary>What the packed cells take, with the arrays and the chunk around them.</summary>
    public long Bytes => _cells is null ? ObjectBytes + _sealed.Length : ObjectBytes + _cells.Sum(cell => sizeof(long) + (cell is byte[] packed ? packed.Length + ArrayBytes : 0));

    public TCell Open(int i)
    {
        _cells ??= Unsealed();
        var cell = _cells[i] switch
        {
            TCell open => open,
            byte[] packed => TCell.Unpack(packed),
            _ => TCell.Empty(),
        };
        _cells[i] = cell;
        return cell;
    }

    public void Pack(int i)
    {
        if (_cells?[i] is TCell cell)
        {
            _cells[i] = cell.Pack();
        }
    }

    /// <summary>Puts the cells into one piece, unless one is still written.</summary>
    public void TrySeal()
    {
        if (_cells is null || _cells.Any(cell => cell is TCell))
        {
            return;
        }

        var to = new PackedWriter();
        foreach (var cell in _cells)
        {
            var packed = (byte[]?)cell ?? [];
            to.Varint((ulong)packed.Length);
            foreach (var one in packed)
            {
                to.Byte(one);
            }
        }

        (_sealed, _cells) = (to.ToArray(), null);
    }

    /// <summary>The cell that is still written, or else its bytes; none where nothing happened.</summary>
    public ReadOnlySpan<byte> Find(int i, out TCell? open)
    {
        open = null;
        if (_cells is null)
        {
            return Row(i);
        }

        open = _cells[i] as TCell;
        return _cells[i] as byte[];
    }

    private ReadOnlySpan<byte> Row(int i)
    {
        ReadOnlySpan<byte> rows = _sealed;
        var at = 0;
        while (true)
        {
            int length = rows[at++];
            if (length >= 0x80)
            {
                var (rest, shift) = (length, 7);
                length &= 0x7f;
                while (rest >= 0x80)
                {
                    rest = rows[at++];
                    length |= (rest & 0x7f) << shift;
                    shift += 7;
                }
            }

            if (i-- == 0)
            {
                return rows.Slice(at, length);
            }

            at += length;
        }
    }

    private object?[] Unsealed()
    {
        var cells = new object?[Size];
        for (var i = 0; i < Size; i++)
        {
            var row = Row(i);
            cells[i] = row.IsEmpty ? null : row.ToArray();
        }

        return cells;
    }
}
