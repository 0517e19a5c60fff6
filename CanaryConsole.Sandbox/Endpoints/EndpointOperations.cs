using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints.Deployments;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Scaling;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Endpoints;

internal static class EndpointOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateEndpointRequest, CreateEndpointResponse>("SageMaker.CreateEndpoint", Create);
        operations.Add<DescribeEndpointRequest, DescribeEndpointResponse>("SageMaker.DescribeEndpoint", Describe);
        operations.Add<ListEndpointsRequest, ListEndpointsResponse>("SageMaker.ListEndpoints", List);
        operations.Add<UpdateEndpointRequest, UpdateEndpointResponse>("SageMaker.UpdateEndpoint", Update);
        operations.Add<UpdateEndpointWeightsAndCapacitiesRequest, UpdateEndpointWeightsAndCapacitiesResponse>(
            "SageMaker.UpdateEndpointWeightsAndCapacities", UpdateWeightsAndCapacities);
        operations.Add<DeleteEndpointRequest>("SageMaker.DeleteEndpoint", Delete);
    }

    private static CreateEndpointResponse Create(CreateEndpointRequest request, World world, DateTimeOffset now)
    {
        var name = Require.Name(request.EndpointName, "endpointName");
        var config = world.EndpointConfigs.Find(Require.Name(request.EndpointConfigName, "endpointConfigName"));
        world.Endpoints.RefuseExisting(name);
        var fleet = Fleet.Planned(config, world.Models);
        DeploymentRules.Refuse(request.DeploymentConfig, old: null, fleet, world.Alarms);
        var endpoint = Endpoint.Create(world.Options, name, fleet, request.DeploymentConfig, now);
        TagOperations.Put(world, endpoint.Arn, request.Tags);
        world.Endpoints.Add(name, endpoint);
        return new CreateEndpointResponse { EndpointArn = endpoint.Arn };
    }

    private static DescribeEndpointResponse Describe(DescribeEndpointRequest request, World world, DateTimeOffset now) =>
        EndpointDescription.Of(Find(request.EndpointName, world));

    private static ListEndpointsResponse List(ListEndpointsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.Endpoints.All
                .NameContains(request.NameContains, endpoint => endpoint.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, endpoint => endpoint.CreatedAt)
                .Within(request.LastModifiedTimeAfter, request.LastModifiedTimeBefore, endpoint => endpoint.LastModifiedAt)
                .Where(endpoint => request.StatusEquals is null || endpoint.Status == request.StatusEquals)
                .Sorted(
                    descending: request.SortOrder != OrderKey.Ascending,
                    endpoint => request.SortBy == EndpointSortKey.Name ? endpoint.Name
                        : request.SortBy == EndpointSortKey.Status ? endpoint.Status.Value
                        : endpoint.CreatedAt,
                    endpoint => endpoint.Name),
            request.MaxResults,
            request.NextToken);
        return new ListEndpointsResponse { Endpoints = [.. page.Items.Select(EndpointDescription.Summary)], NextToken = page.NextToken };
    }

    private static UpdateEndpointResponse Update(UpdateEndpointRequest request, World world, DateTimeOffset now)
    {
        var endpoint = Find(request.EndpointName, world);
        var config = world.EndpointConfigs.Find(Require.Name(request.EndpointConfigName, "endpointConfigName"));
        endpoint.RefuseUpdateNow();
        var target = RetainedProperties.Keep(endpoint.Fleet, Fleet.Planned(config, world.Models), request);
        var deployment = request.RetainDeploymentConfig == true ? endpoint.LastDeploymentConfig : request.DeploymentConfig;
        DeploymentRules.Refuse(deployment, endpoint.Fleet, target, world.Alarms);
        ScalingRules.RefuseUpdate(world, endpoint, target);
        endpoint.Update(target, deployment, now);
        return new UpdateEndpointResponse { EndpointArn = endpoint.Arn };
    }

    private static UpdateEndpointWeightsAndCapacitiesResponse UpdateWeightsAndCapacities(
        UpdateEndpointWeightsAndCapacitiesRequest request, World world, DateTimeOffset now)
    {
        var endpoint = Find(request.EndpointName, world);
        var desired = Require.Present(request.DesiredWeightsAndCapacities, "desiredWeightsAndCapacities");
        Require.Size(desired, "desiredWeightsAndCapacities", 1, 10);
        endpoint.UpdateWeightsAndCapacities(desired, now);
        return new UpdateEndpointWeightsAndCapacitiesResponse { EndpointArn = endpoint.Arn };
    }

    private static void Delete(DeleteEndpointRequest request, World world, DateTimeOffset now) => Find(request.EndpointName, world).Delete(now);

    private static Endpoint Find(string? name, World world) => world.Endpoints.Find(Require.Name(name, "endpointName"));
}
