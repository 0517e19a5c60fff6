using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace CanaryConsole.Sandbox.S3;

/// <summary>A reflected CRC of 32 or 64 bits that starts from and ends with all ones, by tables for eight bytes at a time.</summary>
internal sealed class CyclicChecksum(string algorithm, int bits, ulong polynomial) : RunningChecksum(algorithm)
{
    private static readonly ConcurrentDictionary<ulong, ulong[][]> TablesByPolynomial = new();

    private readonly ulong[][] _tables = TablesByPolynomial.GetOrAdd(polynomial, Tables);
    private readonly ulong _ones = ulong.MaxValue >> (64 - bits);
    private ulong _remainder = ulong.MaxValue >> (64 - bits);

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        var remainder = _remainder;
        while (bytes.Length >= 8)
        {
            remainder ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            ulong next = 0;
            for (var i = 0; i < 8; i++)
            {
                next ^= _tables[7 - i][(byte)(remainder >> (8 * i))];
            }

            remainder = next;
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
        {
            remainder = _tables[0][(byte)(remainder ^ one)] ^ (remainder >> 8);
        }

        _remainder = remainder;
    }

    public override byte[] Finish()
    {
        var whole = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(whole, _remainder ^ _ones);
        return whole[(8 - (bits / 8))..];
    }

    // Table k holds what a byte leaves behind after k more bytes of nothing.
    private static ulong[][] Tables(ulong polynomial)
    {
        var tables = Enumerable.Range(0, 8).Select(_ => new ulong[256]).ToArray();
        for (var i = 0; i < 256; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? (value >> 1) ^ polynomial : value >> 1;
            }

            tables[0][i] = value;
        }

        for (var k = 1; k < 8; k++)
        {
            for (var i = 0; i < 256; i++)
            {
                var before = tables[k - 1][i];
                tables[k][i] = tables[0][(byte)before] ^ (before >> 8);
            }
        }

        return tables;
    }
}
