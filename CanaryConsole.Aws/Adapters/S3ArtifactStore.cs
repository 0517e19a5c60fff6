using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Artifacts in S3: one request for the whole object, and one more from where the last broke off for each connection that is lost.</summary>
internal sealed class S3ArtifactStore(IAmazonS3 s3) : IArtifactStore
{
    public async Task<StoredArtifact?> FindAsync(ArtifactAddress address, CancellationToken cancellationToken)
    {
        var stored = await CloudCall.FindAsync(
            "HeadObject",
            address.ToString(),
            () => s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = address.Bucket, Key = address.Key }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return stored is null ? null : new StoredArtifact(address, stored.ETag ?? "", stored.ContentLength);
    }

    public async Task<Stream> OpenAsync(StoredArtifact artifact, CancellationToken cancellationToken)
    {
        var stream = new ResumedObjectStream(artifact.Length, (from, stop) => GetAsync(artifact, from, stop), artifact.Address.ToString());
        await stream.BeginAsync(cancellationToken).ConfigureAwait(false);
        return stream;
    }

    private Task<GetObjectResponse> GetAsync(StoredArtifact artifact, long from, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = artifact.Address.Bucket, Key = artifact.Address.Key, EtagToMatch = artifact.ETag };
        if (from > 0)
        {
            request.ByteRange = new ByteRange(from, artifact.Length - 1);
        }

        return CloudCall.RunAsync("GetObject", artifact.Address.ToString(), () => GetUnchangedAsync(request, cancellationToken), cancellationToken);
    }

    private async Task<GetObjectResponse> GetUnchangedAsync(GetObjectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException changed) when (changed.StatusCode is HttpStatusCode.PreconditionFailed)
        {
            throw new CloudException(CloudFailure.Busy, $"s3://{request.BucketName}/{request.Key} was replaced while it was read; check it again", changed);
        }
    }
}
