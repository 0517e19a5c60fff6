using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>What a package gives as a sample of its requests: SageMaker keeps it as a tar.gz with one file for each; a file on its own is taken as it is. Pure.</summary>
public static class SamplePayload
{
    /// <summary>In bytes; a larger one is refused.</summary>
    public const int Largest = 60_000;

    private const int MostEntries = 100;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first sample as text.</summary>
    /// <exception cref="CloudException">Invalid: it is no text, too large, or an archive without a file; the message names <paramref name="uri"/>.</exception>
    public static string Of(byte[] file, string uri)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return Strict.GetString(file is [0x1f, 0x8b, ..] ? First(file, uri) : Bounded(new MemoryStream(file), uri));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw Unusable(uri, "its archive is broken", broken);
        }
        catch (DecoderFallbackException binary)
        {
            throw Unusable(uri, "it is not text", binary);
        }
    }

    private static byte[] First(byte[] file, string uri)
    {
        using var unpacked = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        // Nothing beyond this is unpacked, however much an archive promises.
        using var archive = new MemoryStream(Bounded(unpacked, uri, Largest + (MostEntries * 1024)));
        using var entries = new TarReader(archive);
        for (var entry = 0; entry < MostEntries && entries.GetNextEntry() is { } next; entry++)
        {
            if (next is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } content })
            {
                return Bounded(content, uri);
            }
        }

        throw Unusable(uri, "its archive has no file");
    }

    private static byte[] Bounded(Stream stream, string uri, int most = Largest)
    {
        var buffer = new byte[most + 1];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read <= most ? buffer[..read] : throw Unusable(uri, $"it is larger than {Largest:N0} bytes");
    }

    private static CloudException Unusable(string uri, string why, Exception? inner = null) =>
        new(CloudFailure.Invalid, $"The sample {uri} cannot be used: {why}.", inner);
}
