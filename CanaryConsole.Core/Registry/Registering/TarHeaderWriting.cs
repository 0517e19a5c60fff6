using System.Text;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Core.Registry;

/// <summary>Headers of POSIX ustar that say nothing but a path and a length, so that the same files are the same bytes whoever packs them, whenever.</summary>
internal static class TarHeaderWriting
{
    private const int NameLength = 100;
    private const int FrontLength = 155;
    private const int ChecksumAt = 148;

    /// <summary>Whether the path can be written, and read again by anybody without leading out of the archive.</summary>
    public static bool CanName(string path) =>
        !path.StartsWith('/') && !path.Any(char.IsControl) && !path.Contains('\\') && !path.Split('/').Any(part => part is "" or "." or "..") && Split(path) is not null;

    public static int Padding(long length) => (int)((TarHeader.BlockSize - (length % TarHeader.BlockSize)) % TarHeader.BlockSize);

    public static byte[] Of(string path, long length)
    {
        var (front, name) = Split(path) ?? throw new ArgumentException($"\"{path}\" is too long for a tar header.", nameof(path));
        var block = new byte[TarHeader.BlockSize];
        Put(block, 0, name);
        Put(block, 100, "0000644\0" + "0000000\0" + "0000000\0" + Octal(length, 11) + "\0" + Octal(0, 11) + "\0");
        block.AsSpan(ChecksumAt, 8).Fill((byte)' ');
        Put(block, 156, "0");
        Put(block, 257, "ustar\0" + "00");
        Put(block, 345, front);
        Put(block, ChecksumAt, Octal(block.Sum(one => one), 6) + "\0 ");
        return block;
    }

    /// <summary>A long path stands in two fields, parted at a slash; null where no slash is in the right place.</summary>
    private static (string Front, string Name)? Split(string path)
    {
        if (Encoding.UTF8.GetByteCount(path) <= NameLength)
        {
            return ("", path);
        }

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (Encoding.UTF8.GetByteCount(path[..slash]) <= FrontLength && Encoding.UTF8.GetByteCount(path[(slash + 1)..]) is >= 1 and <= NameLength)
            {
                return (path[..slash], path[(slash + 1)..]);
            }
        }

        return null;
    }

    private static void Put(byte[] block, int at, string text) => Encoding.UTF8.GetBytes(text, block.AsSpan(at));

    private static string Octal(long number, int digits) => Convert.ToString(number, 8).PadLeft(digits, '0');
}
