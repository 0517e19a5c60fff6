using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerVersionRegistry(IAmazonSageMaker sageMaker) : IVersionRegistry
{
    private static readonly List<string> Json = ["application/json"];

    public async Task EnsureGroupAsync(string group, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var existing = await CloudCall.FindAsync(
            "DescribeModelPackageGroup",
            Named(group),
            () => sageMaker.DescribeModelPackageGroupAsync(new DescribeModelPackageGroupRequest { ModelPackageGroupName = group }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (existing is null)
        {
            var request = new CreateModelPackageGroupRequest { ModelPackageGroupName = group, Tags = tags.Count == 0 ? null : TagText.Of(tags) };
            await CloudCall.RunAsync("CreateModelPackageGroup", Named(group), () => sageMaker.CreateModelPackageGroupAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        else if (tags.Count > 0)
        {
            var request = new AddTagsRequest { ResourceArn = existing.ModelPackageGroupArn, Tags = TagText.Of(tags) };
            await CloudCall.RunAsync("AddTags", Named(group), () => sageMaker.AddTagsAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<CreatedVersion> CreateAsync(VersionOrder order, CancellationToken cancellationToken)
    {
        var request = new CreateModelPackageRequest
        {
            ModelPackageGroupName = order.Group,
            ModelPackageDescription = order.Description,
            ModelApprovalStatus = ModelApprovalStatus.PendingManualApproval,
            InferenceSpecification = new InferenceSpecification
            {
                Containers = [new ModelPackageContainerDefinition { Image = order.Image, ModelDataUrl = order.ArtifactUri }],
                SupportedContentTypes = Json,
                SupportedResponseMIMETypes = Json,
            },
            CustomerMetadataProperties = order.Metadata.Count == 0 ? null : order.Metadata.ToDictionary(StringComparer.Ordinal),
        };
        var created = await CloudCall.RunAsync("CreateModelPackage", Named(order.Group), () => sageMaker.CreateModelPackageAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);

        // A version's ARN ends with its number.
        var arn = created.ModelPackageArn ?? "";
        return int.TryParse(arn[(arn.LastIndexOf('/') + 1)..], out var version)
            ? new CreatedVersion(version, arn)
            : throw new CloudException(CloudFailure.Unavailable, $"CreateModelPackage of {Named(order.Group)} answered \"{arn}\", which names no version");
    }

    private static string Named(string group) => $"model package group \"{group}\"";
}
