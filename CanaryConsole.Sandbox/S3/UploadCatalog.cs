using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>The uploads in parts that are under way. They live in memory only: a sandbox that starts anew knows none. Safe for threads.</summary>
internal sealed class UploadCatalog
{
    private const int MaximumUploads = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, MultipartUpload> _byId = new(StringComparer.Ordinal);

    public void Begin(MultipartUpload upload)
    {
        lock (_gate)
        {
            if (_byId.Count >= MaximumUploads)
            {
                throw new AwsErrorException("StorageFull", $"The sandbox keeps at most {MaximumUploads} unfinished multipart uploads: abort some.", 507);
            }

            _byId.Add(upload.Id, upload);
        }
    }

    /// <summary>Takes over the part's blob; where the upload is gone meanwhile, the blob is let go.</summary>
    public void Add(MultipartUpload upload, UploadedPart part)
    {
        lock (_gate)
        {
            if (_byId.ContainsKey(upload.Id))
            {
                if (upload.Parts.Remove(part.Number, out var replaced))
                {
                    replaced.Blob.Release();
                }

                upload.Parts.Add(part.Number, part);
                return;
            }
        }

        part.Blob.Release();
        throw S3Errors.NoSuchUpload(upload.Id);
    }

    public MultipartUpload Find(string bucket, string key, string id)
    {
        lock (_gate)
        {
            return Find_NeedsLock(bucket, key, id);
        }
    }

    public IReadOnlyList<UploadedPart> Parts(MultipartUpload upload)
    {
        lock (_gate)
        {
            return [.. upload.Parts.Values];
        }
    }

    public IReadOnlyList<MultipartUpload> Of(string bucket)
    {
        lock (_gate)
        {
            return [.. _byId.Values.Where(upload => upload.Bucket == bucket).OrderBy(upload => upload.Key, StringComparer.Ordinal).ThenBy(upload => upload.InitiatedAt)];
        }
    }

    /// <summary>Ends the upload; the blobs of the parts that go into the object pass to the caller, the rest is let go.</summary>
    public void End(MultipartUpload upload, IReadOnlyCollection<UploadedPart> used)
    {
        lock (_gate)
        {
            if (!_byId.Remove(upload.Id))
            {
                throw S3Errors.NoSuchUpload(upload.Id);
            }

            foreach (var part in upload.Parts.Values.Where(part => !used.Contains(part)))
            {
                part.Blob.Release();
            }
        }
    }

    private MultipartUpload Find_NeedsLock(string bucket, string key, string id) =>
        _byId.TryGetValue(id, out var upload) && upload.Bucket == bucket && upload.Key == key ? upload : throw S3Errors.NoSuchUpload(id);
}
