using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Folders of S3 listed page by page, and archives sent as multipart uploads, which are there whole or not at all.</summary>
internal sealed class S3FolderStore(IAmazonS3 s3) : IFolderStore
{
    private static readonly TimeSpan TakingBackLimit = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<StoredArtifact>> ListAsync(ArtifactAddress folder, int most, CancellationToken cancellationToken)
    {
        var found = new List<StoredArtifact>();
        var request = new ListObjectsV2Request { BucketName = folder.Bucket, Prefix = folder.Key };
        while (found.Count < most)
        {
            var page = await CloudCall.RunAsync("ListObjectsV2", folder.ToString(), () => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            found.AddRange((page.S3Objects ?? []).Select(one => new StoredArtifact(folder with { Key = one.Key }, one.ETag ?? "", one.Size ?? 0)));
            if (page.NextContinuationToken is not { Length: > 0 } next)
            {
                break;
            }

            request.ContinuationToken = next;
        }

        return [.. found.Take(most)];
    }

    public async Task PutAsync(ArtifactAddress target, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var begun = await CloudCall.RunAsync(
            "CreateMultipartUpload",
            target.ToString(),
            () => s3.InitiateMultipartUploadAsync(
                new InitiateMultipartUploadRequest { BucketName = target.Bucket, Key = target.Key, ContentType = "application/gzip" }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        try
        {
            using var parts = new PartStream(s3, target, begun.UploadId);
            await write(parts, cancellationToken).ConfigureAwait(false);
            await parts.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await TakeBackAsync(target, begun.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Also after a cancel, or the parts would lie there and cost.</summary>
    private async Task TakeBackAsync(ArtifactAddress target, string upload)
    {
        using var limit = new CancellationTokenSource(TakingBackLimit, TimeProvider.System);
        try
        {
            await s3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = target.Bucket, Key = target.Key, UploadId = upload }, limit.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (CloudFailures.Classify(failure) is not null)
        {
            // What went wrong before is the news; the bucket's own rule for unfinished uploads is the second net.
        }
    }
}
