using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>CreateModelPackage: the next version of a group, or a package under a name of its own.</summary>
internal static class PackageCreation
{
    public static CreateModelPackageResponse Create(CreateModelPackageRequest request, World world, DateTimeOffset now)
    {
        if (world.Registry.MadeWith(request.ClientToken) is { } same)
        {
            return new CreateModelPackageResponse { ModelPackageArn = same.Arn };
        }

        Check(request);
        TagOperations.Check(request.Tags);
        var package = request.ModelPackageGroupName is { } nameOrArn
            ? Versioned(request, world.Registry.Group(nameOrArn), world, now)
            : Unversioned(request, world, now);
        TagOperations.Put(world, package.Arn, request.Tags);
        return new CreateModelPackageResponse { ModelPackageArn = package.Arn };
    }

    private static void Check(CreateModelPackageRequest request)
    {
        if (request.ModelPackageName is null == request.ModelPackageGroupName is null)
        {
            throw AwsErrorException.Validation("Exactly one of ModelPackageName and ModelPackageGroupName must be specified.");
        }

        if (request is { InferenceSpecification: null, SourceAlgorithmSpecification: null, SourceUri: null })
        {
            throw AwsErrorException.Validation("One of InferenceSpecification, SourceAlgorithmSpecification and SourceUri must be specified.");
        }

        if (request.ModelPackageGroupName is not null && request.Tags is { Count: > 0 })
        {
            throw AwsErrorException.Validation("Tags cannot be specified for a Model Package in a Model Package Group. Tag the Model Package Group instead.");
        }

        if (request.ModelPackageGroupName is null && request.ModelApprovalStatus is not null)
        {
            throw AwsErrorException.Validation("ModelApprovalStatus can only be specified for a Model Package in a Model Package Group.");
        }

        if (request.ModelPackageGroupName is null && request.CustomerMetadataProperties is { Count: > 0 })
        {
            throw AwsErrorException.Validation("CustomerMetadataProperties can only be specified for a Model Package in a Model Package Group.");
        }
    }

    private static Package Versioned(CreateModelPackageRequest request, PackageGroup group, World world, DateTimeOffset now)
    {
        var version = group.LastVersion + 1;
        var description = Description(request, group.Name, Arn.ModelPackage(group.Name, version), now);
        description.ModelPackageGroupName = group.Name;
        description.ModelPackageVersion = version;
        description.ModelApprovalStatus ??= ModelApprovalStatus.PendingManualApproval;
        var package = Made(request, description, world, now);
        group.LastVersion = version;
        return package;
    }

    private static Package Unversioned(CreateModelPackageRequest request, World world, DateTimeOffset now) =>
        Made(request, Description(request, request.ModelPackageName!, Arn.ModelPackageName(request.ModelPackageName!), now), world, now);

    private static DescribeModelPackageResponse Description(CreateModelPackageRequest request, string name, string arn, DateTimeOffset now)
    {
        var description = PackageDescription.Copy<DescribeModelPackageResponse>(request);
        description.ModelPackageName = name;
        description.ModelPackageArn = arn;
        description.ModelPackageRegistrationType ??= ModelPackageRegistrationType.Registered;
        description.CertifyForMarketplace ??= false;
        description.CreationTime = description.LastModifiedTime = now.UtcDateTime;
        description.CreatedBy = description.LastModifiedBy = PackageDescription.User();
        return description;
    }

    private static Package Made(CreateModelPackageRequest request, DescribeModelPackageResponse description, World world, DateTimeOffset now)
    {
        var package = new Package(description, now, world.Options.ModelPackageCreating) { ClientToken = request.ClientToken };
        world.Registry.Add(package);
        return package;
    }
}
