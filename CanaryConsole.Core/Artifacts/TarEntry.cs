namespace CanaryConsole.Core.Artifacts;

internal enum TarEntryKind
{
    File,
    Folder,
    SymbolicLink,
    HardLink,
    Device,
}

/// <param name="Length">Bytes of content that follow; 0 for all but files.</param>
/// <param name="Target">Where a link points.</param>
internal sealed record TarEntry(string Name, TarEntryKind Kind, long Length, string? Target);
