using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Aws.ECR;
using CanaryConsole.Aws.ECR.Model;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Aws.Adapters;

/// <summary>What an instance fetches when it starts: artifacts from S3, images from ECR, by the leave of a role.</summary>
internal sealed class ReadinessParts(IAmazonS3 s3, IAmazonECR registry, IAmazonIdentityManagementService identity)
{
    public async Task<IReadOnlyList<ReadinessCheck>> CheckAsync(IReadOnlyList<ContainerDefinition> containers, string? role, string account, CancellationToken cancellationToken) => await Task.WhenAll(
    [
        .. containers.Select(Artifact).OfType<(string Uri, bool IsPrefix)>().Distinct().Select(artifact => ArtifactAsync(artifact.Uri, artifact.IsPrefix, cancellationToken)),
        .. containers.Select(container => container.Image).OfType<string>().Distinct().Select(image => ImageAsync(image, account, cancellationToken)),
        RoleAsync(role, cancellationToken),
    ]).ConfigureAwait(false);

    /// <summary>Many models in one container, and uncompressed ones, lie under a prefix instead of in one object.</summary>
    private static (string Uri, bool IsPrefix)? Artifact(ContainerDefinition container) => container switch
    {
        { ModelDataSource.S3DataSource: { S3Uri: { Length: > 0 } uri } source } => (uri, source.S3DataType == S3ModelDataType.S3Prefix),
        { ModelDataUrl: { Length: > 0 } url } => (url, container.Mode == ContainerMode.MultiModel),
        _ => null,
    };

    private Task<ReadinessCheck> ArtifactAsync(string uri, bool isPrefix, CancellationToken cancellationToken)
    {
        var name = $"Model artifact {uri}";
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Scheme != "s3")
        {
            return Task.FromResult(ReadinessCheck.NotLookedAt(name, "it is not named as s3://bucket/key, so the console cannot look"));
        }

        var (bucket, key) = (parsed.Host, Uri.UnescapeDataString(parsed.AbsolutePath.TrimStart('/')));
        return isPrefix ? UnderAsync(name, bucket, key, cancellationToken) : ReadinessLook.CheckAsync(
            name, "HeadObject", () => s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancellationToken), cancellationToken);
    }

    private async Task<ReadinessCheck> UnderAsync(string name, string bucket, string prefix, CancellationToken cancellationToken)
    {
        var (listed, check) = await ReadinessLook.FindAsync(
            name, "ListObjectsV2", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, MaxKeys = 1 }, cancellationToken), cancellationToken).ConfigureAwait(false);
        return listed is { S3Objects: null or { Count: 0 } } ? ReadinessCheck.Failed(name, "nothing lies there") : check;
    }

    private async Task<ReadinessCheck> ImageAsync(string image, string account, CancellationToken cancellationToken)
    {
        var name = $"Image {image}";
        if (ImageReference.Parse(image) is not { } reference)
        {
            return ReadinessCheck.NotLookedAt(name, "it is not in Amazon ECR, so the console cannot look");
        }

        var request = new DescribeImagesRequest
        {
            RegistryId = reference.Registry,
            RepositoryName = reference.Repository,
            ImageIds = [new ImageIdentifier { ImageTag = reference.Tag, ImageDigest = reference.Digest }],
        };
        var check = await ReadinessLook.CheckAsync(name, "DescribeImages", () => registry.DescribeImagesAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);

        // Another account lets its images be pulled, Amazon's own framework images among them, without letting them be described.
        return check.Result is ReadinessResult.Unknown && reference.Registry != account
            ? ReadinessCheck.NotLookedAt(name, $"registry {reference.Registry} belongs to another account; {check.Why}")
            : check;
    }

    private Task<ReadinessCheck> RoleAsync(string? arn, CancellationToken cancellationToken)
    {
        var roleName = arn?[(arn.LastIndexOf('/') + 1)..];
        return roleName is { Length: > 0 }
            ? ReadinessLook.CheckAsync($"Role {roleName}", "GetRole", () => identity.GetRoleAsync(new GetRoleRequest { RoleName = roleName }, cancellationToken), cancellationToken)
            : Task.FromResult(ReadinessCheck.NotLookedAt("Role", "neither the model nor its endpoint config names one"));
    }
}
