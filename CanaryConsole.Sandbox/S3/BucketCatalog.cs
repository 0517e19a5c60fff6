using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>
/// The buckets of the account. Safe for threads, because bodies stream in and out while the world goes on; its lock is never held while they do.
/// </summary>
internal sealed class BucketCatalog
{
    private const int MaximumBuckets = 100;
    private const int MaximumObjects = 100_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly IBucketIndex _index;
    private int _objects;

    public BucketCatalog(IBlobStore? blobs = null, IBucketIndex? index = null)
    {
        (Blobs, _index) = (blobs ?? new MemoryBlobStore(), index ?? new ForgetfulIndex());
        foreach (var bucket in _index.Load())
        {
            _buckets.Add(bucket.Name, bucket);
            _objects += bucket.Objects.Count;
        }
    }

    public IBlobStore Blobs { get; }

    public UploadCatalog Uploads { get; } = new();

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _buckets.Count == 0;
            }
        }
    }

    public IReadOnlyList<Bucket> All()
    {
        lock (_gate)
        {
            return [.. _buckets.Values];
        }
    }

    /// <summary>Keeps a small object that is at hand whole, in a bucket that must exist.</summary>
    public void Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, DateTimeOffset now)
    {
        using var writer = Blobs.Create();
        writer.Write(content.Span);
        var etag = ETags.Of(content.Span);
        Put(
            bucket,
            new StoredObject(key, new ObjectContent([writer.Complete()]), ObjectTraits.OfType(contentType), etag, Checksum: null, IsMultipart: false, now),
            WriteConditions.None);
    }

    /// <summary>Takes over the object's content; where it is refused, the content is let go.</summary>
    public void Put(string bucket, StoredObject stored, WriteConditions conditions)
    {
        try
        {
            lock (_gate)
            {
                var home = Find_NeedsLock(bucket);
                var existing = home.Objects.GetValueOrDefault(stored.Key);
                conditions.Check(existing, stored.Key);
                if (existing is null && _objects >= MaximumObjects)
                {
                    throw S3Errors.TooManyObjects(MaximumObjects);
                }

                _index.Keep(home, stored);
                home.Objects[stored.Key] = stored;
                _objects += existing is null ? 1 : 0;
                existing?.Content.Release();
            }
        }
        catch
        {
            stored.Content.Release();
            throw;
        }
    }

    /// <summary>The object, whose content is held until the caller releases it.</summary>
    public StoredObject Open(string bucket, string key)
    {
        lock (_gate)
        {
            var stored = Find_NeedsLock(bucket).Objects.GetValueOrDefault(key) ?? throw S3Errors.NoSuchKey(key);
            stored.Content.Retain();
            return stored;
        }
    }

    public void SetTags(string bucket, string key, IReadOnlyDictionary<string, string> tags)
    {
        lock (_gate)
        {
            var home = Find_NeedsLock(bucket);
            var stored = home.Objects.GetValueOrDefault(key) ?? throw S3Errors.NoSuchKey(key);
            var tagged = stored with { Traits = stored.Traits with { Tags = tags } };
            _index.Keep(home, tagged);
            home.Objects[key] = tagged;
        }
    }

    public void Delete(string bucket, string key, WriteConditions conditions)
    {
        lock (_gate)
        {
            var home = Find_NeedsLock(bucket);
            var existing = home.Objects.GetValueOrDefault(key);
            conditions.Check(existing, key);
            if (existing is not null)
            {
                _index.Forget(home, key);
                home.Objects.Remove(key);
                _objects--;
                existing.Content.Release();
            }
        }
    }

    public Bucket Find(string bucket)
    {
        lock (_gate)
        {
            return Find_NeedsLock(bucket);
        }
    }

    public void Create(string name, string location, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_buckets.ContainsKey(name))
            {
                throw new AwsErrorException("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409)
                {
                    Members = new Dictionary<string, object> { ["BucketName"] = name },
                };
            }

            if (_buckets.Count >= MaximumBuckets)
            {
                throw new AwsErrorException("TooManyBuckets", "You have attempted to create more buckets than allowed");
            }

            var bucket = new Bucket(name, location, now);
            _index.Keep(bucket);
            _buckets.Add(name, bucket);
        }
    }

    public void Delete(string name)
    {
        lock (_gate)
        {
            var bucket = Find_NeedsLock(name);
            if (bucket.Objects.Count > 0)
            {
                throw new AwsErrorException("BucketNotEmpty", "The bucket you tried to delete is not empty", 409)
                {
                    Members = new Dictionary<string, object> { ["BucketName"] = name },
                };
            }

            _index.Forget(bucket);
            _buckets.Remove(name);
        }
    }

    public ObjectPage List(string bucket, ObjectQuery query)
    {
        lock (_gate)
        {
            return query.On(Find_NeedsLock(bucket));
        }
    }

    private Bucket Find_NeedsLock(string name) => _buckets.GetValueOrDefault(name) ?? throw S3Errors.NoSuchBucket(name);
}
