using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

internal static class ModelPackageOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateModelPackageRequest, CreateModelPackageResponse>("SageMaker.CreateModelPackage", PackageCreation.Create);
        operations.Add<UpdateModelPackageRequest, UpdateModelPackageResponse>("SageMaker.UpdateModelPackage", PackageUpdate.Update);
        operations.Add<ListModelPackagesRequest, ListModelPackagesResponse>("SageMaker.ListModelPackages", List);
        operations.Add<DescribeModelPackageRequest, DescribeModelPackageResponse>("SageMaker.DescribeModelPackage", Describe);
        operations.Add<BatchDescribeModelPackageRequest, BatchDescribeModelPackageResponse>("SageMaker.BatchDescribeModelPackage", BatchDescribe);
        operations.Add<DeleteModelPackageRequest>("SageMaker.DeleteModelPackage", Delete);
    }

    private static ListModelPackagesResponse List(ListModelPackagesRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            Packages(request, world)
                .Where(package => request.ModelApprovalStatus is null || package.Description.ModelApprovalStatus == request.ModelApprovalStatus)
                .NameContains(request.NameContains, package => package.Description.ModelPackageName!)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, package => package.CreatedAt)
                .Sorted(
                    descending: request.SortOrder == SortOrder.Descending,
                    package => request.SortBy == ModelPackageSortBy.Name ? package.Description.ModelPackageName! : package.CreatedAt,
                    package => package.Arn),
            request.MaxResults,
            request.NextToken);
        return new ListModelPackagesResponse
        {
            ModelPackageSummaryList = [.. page.Items.Select(package => PackageDescription.Summary(package, now))],
            NextToken = page.NextToken,
        };
    }

    private static IEnumerable<Package> Packages(ListModelPackagesRequest request, World world)
    {
        if (request.ModelPackageGroupName is { } nameOrArn)
        {
            return world.Registry.PackagesOf(world.Registry.Group(nameOrArn));
        }

        // Without a group or a type AWS lists what has no version.
        return request.ModelPackageType switch
        {
            var type when type == ModelPackageType.Both => world.Registry.Packages,
            var type when type == ModelPackageType.Versioned => world.Registry.Packages.Where(package => package.Version is not null),
            _ => world.Registry.Packages.Where(package => package.Version is null),
        };
    }

    private static DescribeModelPackageResponse Describe(DescribeModelPackageRequest request, World world, DateTimeOffset now) =>
        PackageDescription.Of(world.Registry.Package(Require.Present(request.ModelPackageName, "modelPackageName")), now);

    private static BatchDescribeModelPackageResponse BatchDescribe(BatchDescribeModelPackageRequest request, World world, DateTimeOffset now)
    {
        var found = new Dictionary<string, BatchDescribeModelPackageSummary>();
        var errors = new Dictionary<string, BatchDescribeModelPackageError>();
        foreach (var arn in Require.Present(request.ModelPackageArnList, "modelPackageArnList").Distinct())
        {
            if (world.Registry.TryFind(arn) is { } package)
            {
                found[arn] = PackageDescription.BatchSummary(package, now);
            }
            else
            {
                errors[arn] = new BatchDescribeModelPackageError { ErrorCode = "ValidationException", ErrorResponse = $"ModelPackage {arn} does not exist." };
            }
        }

        return new BatchDescribeModelPackageResponse { ModelPackageSummaries = found, BatchDescribeModelPackageErrorMap = errors };
    }

    private static void Delete(DeleteModelPackageRequest request, World world, DateTimeOffset now)
    {
        var package = world.Registry.Package(Require.Present(request.ModelPackageName, "modelPackageName"));
        if (package.StatusAt(now) != ModelPackageStatus.Completed)
        {
            throw new AwsErrorException("ConflictException", $"Model Package {package.Arn} cannot be deleted while its status is {package.StatusAt(now)}.");
        }

        world.Registry.Remove(package);
        world.Tags.Remove(package.Arn);
    }
}
