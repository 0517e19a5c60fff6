using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Registry;

internal static class ModelPackageGroupOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateModelPackageGroupRequest, CreateModelPackageGroupResponse>("SageMaker.CreateModelPackageGroup", Create);
        operations.Add<DescribeModelPackageGroupRequest, DescribeModelPackageGroupResponse>("SageMaker.DescribeModelPackageGroup", Describe);
        operations.Add<ListModelPackageGroupsRequest, ListModelPackageGroupsResponse>("SageMaker.ListModelPackageGroups", List);
        operations.Add<DeleteModelPackageGroupRequest>("SageMaker.DeleteModelPackageGroup", Delete);
    }

    private static CreateModelPackageGroupResponse Create(CreateModelPackageGroupRequest request, World world, DateTimeOffset now)
    {
        var group = new PackageGroup(Require.Name(request.ModelPackageGroupName, "modelPackageGroupName"), request.ModelPackageGroupDescription, now)
        {
            ManagedConfiguration = request.ManagedConfiguration,
        };
        TagOperations.Check(request.Tags);
        world.Registry.Add(group);
        TagOperations.Put(world, group.Arn, request.Tags);
        return new CreateModelPackageGroupResponse { ModelPackageGroupArn = group.Arn };
    }

    private static DescribeModelPackageGroupResponse Describe(DescribeModelPackageGroupRequest request, World world, DateTimeOffset now)
    {
        var group = world.Registry.Group(Require.Present(request.ModelPackageGroupName, "modelPackageGroupName"));
        return new DescribeModelPackageGroupResponse
        {
            ModelPackageGroupName = group.Name,
            ModelPackageGroupArn = group.Arn,
            ModelPackageGroupDescription = group.Description,
            CreationTime = group.CreatedAt.UtcDateTime,
            CreatedBy = PackageDescription.User(),
            ModelPackageGroupStatus = ModelPackageGroupStatus.Completed,
            ManagedConfiguration = group.ManagedConfiguration,
        };
    }

    private static ListModelPackageGroupsResponse List(ListModelPackageGroupsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.Registry.Groups
                .NameContains(request.NameContains, group => group.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, group => group.CreatedAt)
                .Sorted(
                    descending: request.SortOrder == SortOrder.Descending,
                    group => request.SortBy == ModelPackageGroupSortBy.Name ? group.Name : group.CreatedAt,
                    group => group.Name),
            request.MaxResults,
            request.NextToken);
        return new ListModelPackageGroupsResponse { ModelPackageGroupSummaryList = [.. page.Items.Select(Summary)], NextToken = page.NextToken };
    }

    private static void Delete(DeleteModelPackageGroupRequest request, World world, DateTimeOffset now)
    {
        var group = world.Registry.Group(Require.Present(request.ModelPackageGroupName, "modelPackageGroupName"));
        world.Registry.Remove(group);
        world.Tags.Remove(group.Arn);
    }

    private static ModelPackageGroupSummary Summary(PackageGroup group) => new()
    {
        ModelPackageGroupName = group.Name,
        ModelPackageGroupArn = group.Arn,
        ModelPackageGroupDescription = group.Description,
        CreationTime = group.CreatedAt.UtcDateTime,
        ModelPackageGroupStatus = ModelPackageGroupStatus.Completed,
    };
}
