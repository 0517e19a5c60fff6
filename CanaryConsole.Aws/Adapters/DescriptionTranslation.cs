using System.Text.Json;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

/// <summary>All that SageMaker says of a version, in Core's words.</summary>
internal static class DescriptionTranslation
{
    /// <summary>SageMaker's own bound; a longer one is not shown whole.</summary>
    private const int LongestCard = 100_000;

    public static PackageDescription Of(DescribeModelPackageResponse package)
    {
        var container = package.InferenceSpecification?.Containers?.FirstOrDefault();
        var card = package.ModelCard?.ModelCardContent;
        return new PackageDescription(
            PackageTranslation.Package(package), Content(package), package.ApprovalDescription, package.LastModifiedTime is null ? null : package.LastModifiedTime.ToOffset(), Name(package.LastModifiedBy))
        {
            CreatedBy = Name(package.CreatedBy),
            Status = package.ModelPackageStatus?.Value,
            Framework = container?.Framework is { } framework ? $"{framework} {container.FrameworkVersion}".TrimEnd() : null,
            ImageDigest = container?.ImageDigest,
            ModelCard = card?.Length > LongestCard ? card[..LongestCard] : card,
            ModelCardStatus = package.ModelCard?.ModelCardStatus?.Value,
        };
    }

    // Members in the order of the wire types, metadata by key: the same content is the same text.
    private static string Content(DescribeModelPackageResponse package) => JsonSerializer.Serialize(
        new
        {
            package.InferenceSpecification,
            package.AdditionalInferenceSpecifications,
            package.SourceAlgorithmSpecification,
            package.SourceUri,
            Metadata = new SortedDictionary<string, string>(package.CustomerMetadataProperties ?? [], StringComparer.Ordinal),
        },
        AwsJson.Options);

    private static string? Name(UserContext? user) => user?.UserProfileName ?? user?.IamIdentity?.Arn ?? user?.UserProfileArn;
}
