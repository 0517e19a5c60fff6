using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The package's own note of its artifact's ETag first; else what S3 says of the object.</summary>
internal sealed class ArtifactDigests(IAmazonSageMaker sageMaker, IAmazonS3 s3) : IArtifactDigests
{
    public async Task<ArtifactDigest?> FindAsync(string? packageArn, string? artifactUri, CancellationToken cancellationToken)
    {
        if (packageArn is not null && await OfPackageAsync(packageArn, cancellationToken).ConfigureAwait(false) is { } noted)
        {
            return noted;
        }

        return Uri.TryCreate(artifactUri, UriKind.Absolute, out var address) && address is { Scheme: "s3", Host.Length: > 0, AbsolutePath.Length: > 1 }
            ? await OfObjectAsync(address.Host, Uri.UnescapeDataString(address.AbsolutePath[1..]), cancellationToken).ConfigureAwait(false)
            : null;
    }

    private async Task<ArtifactDigest?> OfPackageAsync(string packageArn, CancellationToken cancellationToken)
    {
        var package = await CloudCall.FindAsync(
            "DescribeModelPackage",
            $"model package \"{packageArn}\"",
            () => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = packageArn }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return Clean(package?.InferenceSpecification?.Containers?.FirstOrDefault()?.ModelDataETag) is { Length: > 0 } tag
            ? new ArtifactDigest(tag, "model package ETag")
            : null;
    }

    private async Task<ArtifactDigest?> OfObjectAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var stored = await CloudCall.FindAsync(
            "HeadObject",
            $"s3://{bucket}/{key}",
            () => s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key, ChecksumMode = ChecksumMode.ENABLED }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (Clean(stored?.ChecksumSHA256) is { Length: > 0 } sha)
        {
            return new ArtifactDigest(sha, "S3 SHA-256");
        }

        return Clean(stored?.ETag) is { Length: > 0 } tag ? new ArtifactDigest(tag, "S3 ETag") : null;
    }

    // The digest names a stream: Base64's signs become its URL-safe ones, quotes go.
    private static string? Clean(string? digest) => digest?.Trim('"', '=', ' ').Replace('+', '-').Replace('/', '_');
}
