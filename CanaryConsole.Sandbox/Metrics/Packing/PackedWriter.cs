using System.Buffers.Binary;

namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>Writes whole bytes first, then bits.</summary>
internal sealed class PackedWriter
{
    private byte[] _bytes = new byte[96];
    private int _length;
    private int _bitsInLast;

    public void Byte(byte value)
    {
        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _length);
        }

        _bytes[_length++] = value;
    }

    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Double(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        foreach (var one in bytes)
        {
            Byte(one);
        }
    }

    public void Bits(uint value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Bit((value >> i) & 1);
        }
    }

    /// <summary>A number in Rice's code: its part above 2^shift in unary, the rest as it is.</summary>
    public void Rice(uint value, int shift)
    {
        for (var i = value >> shift; i > 0; i--)
        {
            Bit(1);
        }

        Bit(0);
        Bits(value, shift);
    }

    public byte[] ToArray() => _bytes[.._length];

    private void Bit(uint bit)
    {
        if (_bitsInLast == 0)
        {
            Byte(0);
        }

        _bytes[_length - 1] |= (byte)(bit << _bitsInLast);
        _bitsInLast = (_bitsInLast + 1) & 7;
    }
}
