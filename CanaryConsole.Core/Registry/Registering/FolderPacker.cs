using System.IO.Compression;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Core.Registry;

/// <summary>
/// Makes a model.tar.gz of a folder: sorted names, no times, no owners, one way of packing. It is packed twice, once to learn its digest, which is its
/// name, and once to send it; so the same folder is the same object, and one that is there already is not sent again.
/// </summary>
internal sealed class FolderPacker(IFolderStore folders, IArtifactStore store)
{
    public const int MostFiles = 10_000;
    public const long MostBytes = 8L * 1024 * 1024 * 1024;

    private const int Piece = 256 * 1024;

    /// <exception cref="FolderProblemException">The folder cannot be packed.</exception>
    /// <exception cref="CloudException">The store did not answer.</exception>
    public async Task<(ArtifactAddress Artifact, int? Packed)> PackAsync(ArtifactAddress folder, IProgress<RegistrationProgress>? progress, CancellationToken cancellationToken)
    {
        var root = folder with { Key = folder.Key.TrimEnd('/') + "/" };
        var files = await FilesAsync(root, cancellationToken).ConfigureAwait(false);
        var total = files.Sum(file => file.Stored.Length);
        var digest = await PackAsync(files, Stream.Null, done => progress?.Report(new RegistrationProgress("packing", done, total)), cancellationToken).ConfigureAwait(false);
        var target = root with { Key = $"{root.Key.TrimEnd('/')}.packed/{digest}/model.tar.gz" };
        if (await store.FindAsync(target, cancellationToken).ConfigureAwait(false) is null)
        {
            await folders.PutAsync(
                target,
                async (sink, stop) =>
                {
                    if (await PackAsync(files, sink, done => progress?.Report(new RegistrationProgress("uploading", done, total)), stop).ConfigureAwait(false) != digest)
                    {
                        throw new FolderProblemException("folder", $"folder is \"{root}\"; it was changed while it was packed.");
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }

        return (target, files.Count);
    }

    private async Task<List<(string Path, StoredArtifact Stored)>> FilesAsync(ArtifactAddress root, CancellationToken cancellationToken)
    {
        var found = await folders.ListAsync(root, MostFiles + 1, cancellationToken).ConfigureAwait(false);
        var files = found
            .Where(one => !one.Address.Key.EndsWith('/'))
            .Select(one => (Path: one.Address.Key[root.Key.Length..], Stored: one))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var bytes = files.Sum(file => file.Stored.Length);
        return (files.Count, found.Count, bytes) switch
        {
            (0, _, _) => throw Refused(root, "there is no file in it"),
            (_, > MostFiles, _) => throw Refused(root, FormattableString.Invariant($"it has more than {MostFiles:N0} files")),
            (_, _, > MostBytes) => throw Refused(root, FormattableString.Invariant($"it has {bytes:N0} bytes, and at most {MostBytes:N0} are packed")),
            _ when files.Find(file => !TarHeaderWriting.CanName(file.Path)) is { Path: { } path } => throw Refused(root, $"the path {ArchivePath.Shown(path)} cannot stand in an archive"),
            _ => files,
        };
    }

    /// <returns>The archive's SHA-256 in lower-case hexadecimal.</returns>
    private async Task<string> PackAsync(List<(string Path, StoredArtifact Stored)> files, Stream target, Action<long> progress, CancellationToken cancellationToken)
    {
        using var sink = new HashingSink(target);
        var zipped = new GZipStream(sink, CompressionLevel.Fastest, leaveOpen: true);
        await using (zipped.ConfigureAwait(false))
        {
            var (buffer, done) = (new byte[Piece], 0L);
            foreach (var (path, stored) in files)
            {
                await zipped.WriteAsync(TarHeaderWriting.Of(path, stored.Length), cancellationToken).ConfigureAwait(false);
                var content = await store.OpenAsync(stored, cancellationToken).ConfigureAwait(false);
                await using var closing = content.ConfigureAwait(false);
                while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    await zipped.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                    progress(done += count);
                }

                await zipped.WriteAsync(new byte[TarHeaderWriting.Padding(stored.Length)], cancellationToken).ConfigureAwait(false);
            }

            await zipped.WriteAsync(new byte[2 * TarHeader.BlockSize], cancellationToken).ConfigureAwait(false);
        }

        return sink.Digest();
    }

    private static FolderProblemException Refused(ArtifactAddress root, string why) => new("folder", $"folder is \"{root}\"; {why}.");
}
