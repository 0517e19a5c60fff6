using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Endpoints;

internal static class EndpointConfigOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateEndpointConfigRequest, CreateEndpointConfigResponse>("SageMaker.CreateEndpointConfig", Create);
        operations.Add<DescribeEndpointConfigRequest, DescribeEndpointConfigResponse>("SageMaker.DescribeEndpointConfig", Describe);
        operations.Add<ListEndpointConfigsRequest, ListEndpointConfigsResponse>("SageMaker.ListEndpointConfigs", List);
        operations.Add<DeleteEndpointConfigRequest>("SageMaker.DeleteEndpointConfig", Delete);
    }

    private static CreateEndpointConfigResponse Create(CreateEndpointConfigRequest request, World world, DateTimeOffset now)
    {
        var name = Require.Name(request.EndpointConfigName, "endpointConfigName");
        EndpointConfigRules.Refuse(request, world);
        world.EndpointConfigs.RefuseExisting(name);
        var config = new EndpointConfig(request, now);
        TagOperations.Put(world, config.Arn, request.Tags);
        world.EndpointConfigs.Add(name, config);
        return new CreateEndpointConfigResponse { EndpointConfigArn = config.Arn };
    }

    private static DescribeEndpointConfigResponse Describe(DescribeEndpointConfigRequest request, World world, DateTimeOffset now)
    {
        var config = world.EndpointConfigs.Find(Require.Name(request.EndpointConfigName, "endpointConfigName"));
        var definition = config.Definition;
        return new DescribeEndpointConfigResponse
        {
            EndpointConfigName = config.Name,
            EndpointConfigArn = config.Arn,
            ProductionVariants = definition.ProductionVariants,
            DataCaptureConfig = definition.DataCaptureConfig,
            KmsKeyId = definition.KmsKeyId,
            CreationTime = config.CreatedAt.UtcDateTime,
            AsyncInferenceConfig = definition.AsyncInferenceConfig,
            ExplainerConfig = definition.ExplainerConfig,
            ShadowProductionVariants = definition.ShadowProductionVariants,
            ExecutionRoleArn = definition.ExecutionRoleArn,
            VpcConfig = definition.VpcConfig,
            EnableNetworkIsolation = definition.EnableNetworkIsolation ?? false,
            MetricsConfig = definition.MetricsConfig,
        };
    }

    private static ListEndpointConfigsResponse List(ListEndpointConfigsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.EndpointConfigs.All
                .NameContains(request.NameContains, config => config.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, config => config.CreatedAt)
                .Sorted(
                    descending: request.SortOrder != OrderKey.Ascending,
                    config => request.SortBy == EndpointConfigSortKey.Name ? config.Name : config.CreatedAt,
                    config => config.Name),
            request.MaxResults,
            request.NextToken);
        return new ListEndpointConfigsResponse
        {
            EndpointConfigs =
            [
                .. page.Items.Select(config => new EndpointConfigSummary
                {
                    EndpointConfigName = config.Name,
                    EndpointConfigArn = config.Arn,
                    CreationTime = config.CreatedAt.UtcDateTime,
                }),
            ],
            NextToken = page.NextToken,
        };
    }

    // As in AWS, a config that an endpoint uses may go: the endpoint keeps what it was built from.
    private static void Delete(DeleteEndpointConfigRequest request, World world, DateTimeOffset now)
    {
        var config = world.EndpointConfigs.Find(Require.Name(request.EndpointConfigName, "endpointConfigName"));
        world.EndpointConfigs.Remove(config.Name);
        world.Tags.Remove(config.Arn);
    }
}
