using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CanaryConsole.Core.Artifacts;

/// <summary>Reads a tar.gz once from its first byte to its last, and keeps no more of it than names, hashes and four small files. Nothing is ever written.</summary>
internal static class ArchiveReading
{
    private const int Piece = 128 * 1024;

    /// <param name="total">How many bytes the store says it has.</param>
    public static async Task<ArchiveContents> ReadAsync(Stream packed, long total, ArchiveBounds bounds, IProgress<ArtifactProgress>? progress, CancellationToken cancellationToken)
    {
        var (files, documents) = (new Dictionary<string, ArchiveFile>(StringComparer.Ordinal), new Dictionary<string, byte[]?>(StringComparer.Ordinal));
        using var hashing = new HashingStream(packed, bounds.Compressed, taken => progress?.Report(new ArtifactProgress(taken, total)));
        var unpacking = new GZipStream(hashing, CompressionMode.Decompress, leaveOpen: true);
        await using var closing = unpacking.ConfigureAwait(false);
        try
        {
            var bytes = new UnpackedBytes(unpacking, hashing, bounds);
            await WalkAsync(new TarWalk(bytes, bounds), files, documents, cancellationToken).ConfigureAwait(false);
            await bytes.DrainAsync(cancellationToken).ConfigureAwait(false);
            return new ArchiveContents(files, documents, hashing.Digest(), null);
        }
        catch (ArchiveFaultException fault)
        {
            return new ArchiveContents(files, documents, null, new ArchiveFault(fault.Rule, fault.Message));
        }
    }

    private static async Task WalkAsync(TarWalk walk, Dictionary<string, ArchiveFile> files, Dictionary<string, byte[]?> documents, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await walk.NextAsync(cancellationToken).ConfigureAwait(false) is { } entry)
            {
                var path = Passed(entry);
                if (entry.Kind is TarEntryKind.Folder)
                {
                    continue;
                }

                if (path.Length == 0 || files.ContainsKey(path))
                {
                    throw ArchiveFaultException.Escape(path.Length == 0 ? $"{ArchivePath.Shown(entry.Name)} is no name of a file." : $"{ArchivePath.Shown(path)} is in the archive twice.");
                }

                using var kept = ArtifactRules.Documents.Contains(path, StringComparer.Ordinal) && entry.Length <= ArchiveBounds.Document ? new MemoryStream((int)entry.Length) : null;
                while (await walk.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    hash.AppendData(buffer, 0, count);
                    kept?.Write(buffer, 0, count);
                }

                files.Add(path, new ArchiveFile(entry.Length, Convert.ToHexStringLower(hash.GetHashAndReset())));
                if (ArtifactRules.Documents.Contains(path, StringComparer.Ordinal))
                {
                    documents.Add(path, kept?.ToArray());
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Passed(TarEntry entry) => entry.Kind switch
    {
        TarEntryKind.SymbolicLink => throw ArchiveFaultException.Escape($"{ArchivePath.Shown(entry.Name)} is a symbolic link to {ArchivePath.Shown(entry.Target ?? "")}; links are not followed."),
        TarEntryKind.HardLink => throw ArchiveFaultException.Escape($"{ArchivePath.Shown(entry.Name)} is a hard link to {ArchivePath.Shown(entry.Target ?? "")}; links are not followed."),
        TarEntryKind.Device => throw ArchiveFaultException.Escape($"{ArchivePath.Shown(entry.Name)} is a device or a pipe."),
        _ => ArchivePath.Clean(entry.Name),
    };
}
