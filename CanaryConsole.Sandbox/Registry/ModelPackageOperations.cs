using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

internal static class ModelPackageOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<ListModelPackageGroupsRequest, ListModelPackageGroupsResponse>("SageMaker.ListModelPackageGroups", ListGroups);
        operations.Add<ListModelPackagesRequest, ListModelPackagesResponse>("SageMaker.ListModelPackages", List);
        operations.Add<DescribeModelPackageRequest, DescribeModelPackageResponse>("SageMaker.DescribeModelPackage", Describe);
    }

    private static ListModelPackageGroupsResponse ListGroups(ListModelPackageGroupsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.ModelPackageGroups
                .NameContains(request.NameContains, group => group.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, group => group.Summary.CreationTime!.Value)
                .Sorted(
                    descending: request.SortOrder == SortOrder.Descending,
                    group => request.SortBy == ModelPackageGroupSortBy.Name ? group.Name : group.Summary.CreationTime!.Value,
                    group => group.Name),
            request.MaxResults,
            request.NextToken);
        return new ListModelPackageGroupsResponse { ModelPackageGroupSummaryList = [.. page.Items.Select(group => group.Summary)], NextToken = page.NextToken };
    }

    private static ListModelPackagesResponse List(ListModelPackagesRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            Packages(request, world)
                .Where(package => request.ModelApprovalStatus is null || package.ModelApprovalStatus == request.ModelApprovalStatus)
                .NameContains(request.NameContains, package => package.ModelPackageName!)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, package => package.CreationTime!.Value)
                .Sorted(
                    descending: request.SortOrder == SortOrder.Descending,
                    package => request.SortBy == ModelPackageSortBy.Name ? package.ModelPackageName! : package.CreationTime!.Value,
                    package => package.ModelPackageArn!),
            request.MaxResults,
            request.NextToken);
        return new ListModelPackagesResponse { ModelPackageSummaryList = [.. page.Items.Select(Summary)], NextToken = page.NextToken };
    }

    // Without a group or a type AWS lists unversioned packages, and here every package has a version.
    private static IEnumerable<DescribeModelPackageResponse> Packages(ListModelPackagesRequest request, World world)
    {
        if (request.ModelPackageGroupName is { } nameOrArn)
        {
            return Group(world, nameOrArn).Versions;
        }

        return request.ModelPackageType is null || request.ModelPackageType == ModelPackageType.Unversioned
            ? []
            : world.ModelPackageGroups.SelectMany(group => group.Versions);
    }

    private static DescribeModelPackageResponse Describe(DescribeModelPackageRequest request, World world, DateTimeOffset now)
    {
        var nameOrArn = Require.Present(request.ModelPackageName, "modelPackageName");
        return world.ModelPackageGroups
            .SelectMany(group => group.Versions)
            .FirstOrDefault(version => nameOrArn == version.ModelPackageArn || nameOrArn == $"{version.ModelPackageGroupName}/{version.ModelPackageVersion}")
            ?? throw AwsErrorException.Validation(
                $"ModelPackage {(nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : Arn.ModelPackageName(nameOrArn))} does not exist.");
    }

    private static ModelPackageGroup Group(World world, string nameOrArn) =>
        world.ModelPackageGroups.Find(group => group.Name == nameOrArn || group.Summary.ModelPackageGroupArn == nameOrArn)
        ?? throw AwsErrorException.Validation(
            $"Model Package Group {(nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : Arn.ModelPackageGroup(nameOrArn))} does not exist.");

    private static ModelPackageSummary Summary(DescribeModelPackageResponse package) => new()
    {
        ModelPackageName = package.ModelPackageName,
        ModelPackageGroupName = package.ModelPackageGroupName,
        ModelPackageVersion = package.ModelPackageVersion,
        ModelPackageArn = package.ModelPackageArn,
        ModelPackageDescription = package.ModelPackageDescription,
        CreationTime = package.CreationTime,
        ModelPackageStatus = package.ModelPackageStatus,
        ModelApprovalStatus = package.ModelApprovalStatus,
        ModelPackageRegistrationType = package.ModelPackageRegistrationType,
    };
}
