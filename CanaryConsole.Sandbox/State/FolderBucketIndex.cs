using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox.S3;

namespace CanaryConsole.Sandbox.State;

/// <summary>
/// Buckets and objects in a folder: a small file for each, named by a hash, so that no key can name a place of its own. An object's bytes stand in
/// blobs beside it, and are there before its file is.
/// </summary>
internal sealed class FolderBucketIndex : IBucketIndex
{
    private const int Version = 1;
    private const string Pattern = "*.json";

    private readonly string _buckets;
    private readonly string _objects;
    private readonly FolderBlobStore _blobs;

    private FolderBucketIndex(string folder, FolderBlobStore blobs)
    {
        (_buckets, _objects, _blobs) = (Path.Combine(folder, "buckets"), Path.Combine(folder, "objects"), blobs);
        Directory.CreateDirectory(_buckets);
        Directory.CreateDirectory(_objects);
    }

    /// <exception cref="SandboxStartException">Something in the folder is torn or missing.</exception>
    public static BucketCatalog Open(string folder)
    {
        var blobs = new FolderBlobStore(Path.Combine(folder, "blobs"));
        return new BucketCatalog(blobs, new FolderBucketIndex(folder, blobs));
    }

    public IEnumerable<Bucket> Load()
    {
        Sweep(_buckets);
        Sweep(_objects);
        var buckets = Read<BucketRecord>(_buckets).ToDictionary(
            read => read.Record.Name, read => new Bucket(read.Record.Name, read.Record.Location, read.Record.CreatedAt), StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, record) in Read<ObjectRecord>(_objects))
        {
            if (!buckets.TryGetValue(record.Bucket, out var bucket))
            {
                throw Damaged(path, $"its bucket {record.Bucket} is missing");
            }

            var parts = record.Parts
                .Select(part => _blobs.Open(part.Id, part.Length) ?? throw Damaged(path, $"its content {part.Id} of {part.Length} bytes is missing"))
                .ToList();
            known.UnionWith(parts.Select(part => part.Id));
            bucket.Objects.Add(record.Key, new StoredObject(
                record.Key,
                new ObjectContent(parts),
                new ObjectTraits(record.Headers, record.Metadata, record.Tags),
                record.ETag,
                record.Checksum,
                record.IsMultipart,
                record.LastModified));
        }

        _blobs.Sweep(known);
        return buckets.Values;
    }

    public void Keep(Bucket bucket) =>
        Write(PathOf(_buckets, bucket.Name), new BucketRecord(Version, bucket.Name, bucket.Location, bucket.CreatedAt));

    public void Forget(Bucket bucket) => File.Delete(PathOf(_buckets, bucket.Name));

    public void Keep(Bucket bucket, StoredObject stored) => Write(PathOf(_objects, $"{bucket.Name}\n{stored.Key}"), new ObjectRecord(
        Version,
        bucket.Name,
        stored.Key,
        [.. stored.Content.Parts.Select(part => new BlobRecord(part.Id, part.Length))],
        stored.Traits.Headers,
        stored.Traits.Metadata,
        stored.Traits.Tags,
        stored.ETag,
        stored.Checksum,
        stored.IsMultipart,
        stored.LastModified));

    public void Forget(Bucket bucket, string key) => File.Delete(PathOf(_objects, $"{bucket.Name}\n{key}"));

    private static void Write<T>(string path, T record) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(record));

    private static string PathOf(string folder, string name) =>
        Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}.json");

    private static void Sweep(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"*{AtomicFile.Unfinished}"))
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<(string Path, T Record)> Read<T>(string folder)
        where T : IVersioned
    {
        foreach (var path in Directory.EnumerateFiles(folder, Pattern))
        {
            T? record;
            try
            {
                record = JsonSerializer.Deserialize<T>(File.ReadAllBytes(path));
            }
            catch (JsonException exception)
            {
                throw Damaged(path, exception.Message);
            }

            yield return record switch
            {
                null => throw Damaged(path, "it is empty"),
                { Version: not Version } => throw Damaged(path, $"it has version {record.Version}, and this sandbox reads version {Version}"),
                _ => (path, record),
            };
        }
    }

    private static SandboxStartException Damaged(string path, string reason) =>
        new($"The S3 record {path} cannot be used ({reason}): put back a copy, or move the folder away to start anew.");

    private interface IVersioned
    {
        int Version { get; }
    }

    private sealed record BucketRecord(int Version, string Name, string Location, DateTimeOffset CreatedAt) : IVersioned;

    private sealed record BlobRecord(string Id, long Length);

    private sealed record ObjectRecord(
        int Version,
        string Bucket,
        string Key,
        IReadOnlyList<BlobRecord> Parts,
        IReadOnlyDictionary<string, string> Headers,
        IReadOnlyDictionary<string, string> Metadata,
        IReadOnlyDictionary<string, string> Tags,
        string ETag,
        Checksum? Checksum,
        bool IsMultipart,
        DateTimeOffset LastModified) : IVersioned;
}
