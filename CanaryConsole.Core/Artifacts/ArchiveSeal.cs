using System.IO.Compression;
using System.Security.Cryptography;

namespace CanaryConsole.Core.Artifacts;

/// <summary>
/// A last piece that is put behind every archive before it is unpacked. .NET's GZipStream takes a stream that breaks off for one that ends; but it goes on
/// into a further piece only where the one before was whole. So what was whole ends with the seal, and nothing else does.
/// </summary>
internal static class ArchiveSeal
{
    public static ReadOnlyMemory<byte> Unpacked { get; } = SHA256.HashData("the archive was whole"u8);

    public static ReadOnlyMemory<byte> Packed { get; } = Pack();

    private static byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zipped.Write(Unpacked.Span);
        }

        return packed.ToArray();
    }
}
