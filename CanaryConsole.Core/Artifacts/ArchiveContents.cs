namespace CanaryConsole.Core.Artifacts;

/// <summary>What was seen of an archive.</summary>
/// <param name="Files">By path, with size and SHA-256.</param>
/// <param name="Documents">The bytes of the files that are read; null for one that is too large.</param>
/// <param name="Digest">As in "sha256:…", of the archive's own bytes; null where they were not read to their end.</param>
/// <param name="Fault">What ended the reading early.</param>
internal sealed record ArchiveContents(
    IReadOnlyDictionary<string, ArchiveFile> Files,
    IReadOnlyDictionary<string, byte[]?> Documents,
    string? Digest,
    ArchiveFault? Fault);

/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record ArchiveFile(long Length, string Sha256);

/// <param name="Rule">The rule it breaks.</param>
internal sealed record ArchiveFault(string Rule, string Why);
