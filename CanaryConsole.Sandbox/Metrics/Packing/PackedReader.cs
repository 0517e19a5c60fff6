using System.Buffers.Binary;
using System.Numerics;

namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>Reads what a <see cref="PackedWriter"/> wrote, in the same order.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private const int SureBits = 56;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _bit;

    public byte Byte() => _bytes[_at++];

    public ulong Varint()
    {
        ulong first = _bytes[_at++];
        if (first < 0x80)
        {
            return first;
        }

        var (value, shift) = (first & 0x7f, 7);
        while (true)
        {
            ulong next = _bytes[_at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }

    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public double Double()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_bytes[_at..]);
        _at += sizeof(double);
        return value;
    }

    public uint Bits(int count)
    {
        var value = (uint)(Window() & ((1UL << count) - 1));
        _bit += count;
        return value;
    }

    public uint Rice(int shift)
    {
        var high = 0u;
        while (true)
        {
            var window = Window();
            var ones = BitOperations.TrailingZeroCount(~window);
            if (ones + 1 + shift <= SureBits)
            {
                _bit += ones + 1 + shift;
                return ((high + (uint)ones) << shift) | (uint)((window >> (ones + 1)) & ((1UL << shift) - 1));
            }

            // A step of thousands of buckets: its unary part is read in pieces.
            var piece = Math.Min(ones, SureBits / 2);
            high += (uint)piece;
            _bit += piece;
        }
    }

    // The next bits, the nearest lowest: at least as many as are sure, unless the end comes first.
    private readonly ulong Window()
    {
        var rest = _bytes[(_at + (_bit >> 3))..];
        if (rest.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(rest) >> (_bit & 7);
        }

        var window = 0UL;
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            window = (window << 8) | rest[i];
        }

        return window >> (_bit & 7);
    }
}
