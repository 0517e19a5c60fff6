namespace CanaryConsole.Core.Artifacts;

/// <summary>How much of an archive is looked at before it is called a bomb.</summary>
/// <param name="Compressed">Bytes as they lie in the store.</param>
/// <param name="Unpacked">Bytes they may unpack to.</param>
/// <param name="Ratio">Unpacked bytes for each compressed one, after <see cref="Slack"/>.</param>
internal sealed record ArchiveBounds(long Compressed, long Unpacked, int Ratio, int Entries)
{
    /// <summary>A small archive of much the same may unpack to this whatever its ratio.</summary>
    public const long Slack = 16L * Mebibyte;

    /// <summary>Of a file that is read into memory.</summary>
    public const int Document = 4 * Mebibyte;

    /// <summary>Of a path, in characters.</summary>
    public const int Path = 1024;

    /// <summary>Of a header's long names and attributes, in bytes.</summary>
    public const int Extension = 64 * 1024;

    private const int Mebibyte = 1024 * 1024;

    public static ArchiveBounds Of(ArtifactOptions options) => new(
        options.MaximumMegabytes * (long)Mebibyte, options.MaximumUnpackedMegabytes * (long)Mebibyte, options.MaximumRatio, options.MaximumEntries);
}
