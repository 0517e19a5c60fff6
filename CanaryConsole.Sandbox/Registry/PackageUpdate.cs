using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>UpdateModelPackage: what is told changes, what is not told stays.</summary>
internal static class PackageUpdate
{
    private const int MaximumProperties = 50;
    private const int MaximumSpecifications = 15;

    public static UpdateModelPackageResponse Update(UpdateModelPackageRequest request, World world, DateTimeOffset now)
    {
        var package = world.Registry.Package(Require.Present(request.ModelPackageArn, "modelPackageArn"));
        if (package.GroupName is null && (request.ModelApprovalStatus is not null || request.CustomerMetadataProperties is { Count: > 0 }))
        {
            throw AwsErrorException.Validation(
                $"ModelApprovalStatus and CustomerMetadataProperties can only be updated for a Model Package in a Model Package Group, and {package.Arn} is in none.");
        }

        // Changed on a copy, so that a refusal halfway leaves the package as it was.
        var description = PackageDescription.Copy<DescribeModelPackageResponse>(package.Description);
        description.ModelApprovalStatus = request.ModelApprovalStatus ?? description.ModelApprovalStatus;
        description.ApprovalDescription = request.ApprovalDescription ?? description.ApprovalDescription;
        description.ModelPackageRegistrationType = request.ModelPackageRegistrationType ?? description.ModelPackageRegistrationType;
        description.InferenceSpecification = request.InferenceSpecification ?? description.InferenceSpecification;
        description.SourceUri = request.SourceUri ?? description.SourceUri;
        description.ModelCard = request.ModelCard ?? description.ModelCard;
        description.ModelLifeCycle = request.ModelLifeCycle ?? description.ModelLifeCycle;
        description.CustomerMetadataProperties = Properties(request, description.CustomerMetadataProperties);
        description.AdditionalInferenceSpecifications = Specifications(request, description.AdditionalInferenceSpecifications);
        description.LastModifiedTime = now.UtcDateTime;
        description.LastModifiedBy = PackageDescription.User();
        package.Description = description;
        return new UpdateModelPackageResponse { ModelPackageArn = package.Arn };
    }

    private static Dictionary<string, string>? Properties(UpdateModelPackageRequest request, Dictionary<string, string>? existing)
    {
        var properties = new Dictionary<string, string>(existing ?? []);
        foreach (var name in request.CustomerMetadataPropertiesToRemove ?? [])
        {
            properties.Remove(name);
        }

        foreach (var (name, value) in request.CustomerMetadataProperties ?? [])
        {
            properties[name] = value;
        }

        return properties.Count switch
        {
            > MaximumProperties => throw AwsErrorException.Validation(
                $"The Model Package would have {properties.Count} CustomerMetadataProperties; the maximum is {MaximumProperties}."),
            0 => null,
            _ => properties,
        };
    }

    private static List<AdditionalInferenceSpecificationDefinition>? Specifications(
        UpdateModelPackageRequest request, List<AdditionalInferenceSpecificationDefinition>? existing)
    {
        if (request.AdditionalInferenceSpecificationsToAdd is not { Count: > 0 } added)
        {
            return existing;
        }

        List<AdditionalInferenceSpecificationDefinition> all = [.. existing ?? [], .. added];
        if (all.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw AwsErrorException.Validation($"The Model Package has more than one AdditionalInferenceSpecification with the name {twice.Key}.");
        }

        return all.Count <= MaximumSpecifications
            ? all
            : throw AwsErrorException.Validation(
                $"The Model Package would have {all.Count} AdditionalInferenceSpecifications; the maximum is {MaximumSpecifications}.");
    }
}
