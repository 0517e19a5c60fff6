using System.Buffers.Binary;
using System.Text;

namespace CanaryConsole.Core.Artifacts;

/// <summary>One header block of 512 bytes, as POSIX (ustar, pax) and GNU write it.</summary>
internal readonly record struct TarHeader(string Name, string LinkName, char Type, long Size)
{
    public const int BlockSize = 512;

    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;

    /// <summary>Null for what is no header: its checksum or its size is none.</summary>
    public static TarHeader? Read(ReadOnlySpan<byte> block)
    {
        if (Octal(block.Slice(ChecksumAt, ChecksumLength)) is not { } checksum || checksum != Sum(block) || Number(block.Slice(124, 12)) is not { } size)
        {
            return null;
        }

        // Only POSIX keeps the front of a long name here; GNU has times in its place.
        var isPosix = block.Slice(257, 6).SequenceEqual("ustar\0"u8);
        var (front, name) = (isPosix ? Text(block.Slice(345, 155)) : "", Text(block[..100]));
        return new TarHeader(front.Length == 0 ? name : $"{front}/{name}", Text(block.Slice(157, 100)), (char)block[156], size);
    }

    public static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    private static long Sum(ReadOnlySpan<byte> block)
    {
        long sum = ChecksumLength * ' ';
        for (var i = 0; i < block.Length; i++)
        {
            sum += i is >= ChecksumAt and < ChecksumAt + ChecksumLength ? 0 : block[i];
        }

        return sum;
    }

    /// <summary>Octal digits, or where the first bit is set a number in base 256; null for what is neither or negative.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] != 0x80)
        {
            return Octal(field);
        }

        var isSmall = field[1..4].IndexOfAnyExcept((byte)0) < 0 && field[4] < 0x80;
        return isSmall ? BinaryPrimitives.ReadInt64BigEndian(field[4..]) : null;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        var digits = field.Trim(" \0"u8);
        long number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            number = (number << 3) + (digit - '0');
        }

        return number;
    }
}
