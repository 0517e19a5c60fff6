using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Models;

internal static class ModelOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateModelRequest, CreateModelResponse>("SageMaker.CreateModel", Create);
        operations.Add<DescribeModelRequest, DescribeModelResponse>("SageMaker.DescribeModel", Describe);
        operations.Add<ListModelsRequest, ListModelsResponse>("SageMaker.ListModels", List);
        operations.Add<DeleteModelRequest>("SageMaker.DeleteModel", Delete);
    }

    private static CreateModelResponse Create(CreateModelRequest request, World world, DateTimeOffset now)
    {
        var name = Require.Name(request.ModelName, "modelName");
        if (request.PrimaryContainer is null && request.Containers is not { Count: > 0 })
        {
            throw AwsErrorException.Validation("Either primaryContainer or containers must be specified.");
        }

        world.Models.RefuseExisting(name);
        var model = Model.Of(request, world, now);
        TagOperations.Put(world, model.Arn, request.Tags);
        world.Models.Add(name, model);
        return new CreateModelResponse { ModelArn = model.Arn };
    }

    private static DescribeModelResponse Describe(DescribeModelRequest request, World world, DateTimeOffset now)
    {
        var model = world.Models.Find(Require.Name(request.ModelName, "modelName"));
        return new DescribeModelResponse
        {
            ModelName = model.Name,
            PrimaryContainer = model.Definition.PrimaryContainer,
            Containers = model.Definition.Containers,
            InferenceExecutionConfig = model.Definition.InferenceExecutionConfig,
            ExecutionRoleArn = model.Definition.ExecutionRoleArn,
            VpcConfig = model.Definition.VpcConfig,
            CreationTime = model.CreatedAt.UtcDateTime,
            ModelArn = model.Arn,
            EnableNetworkIsolation = model.Definition.EnableNetworkIsolation ?? false,
        };
    }

    private static ListModelsResponse List(ListModelsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.Models.All
                .NameContains(request.NameContains, model => model.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, model => model.CreatedAt)
                .Sorted(
                    descending: request.SortOrder != OrderKey.Ascending,
                    model => request.SortBy == ModelSortKey.Name ? model.Name : model.CreatedAt,
                    model => model.Name),
            request.MaxResults,
            request.NextToken);
        return new ListModelsResponse
        {
            Models = [.. page.Items.Select(model => new ModelSummary { ModelName = model.Name, ModelArn = model.Arn, CreationTime = model.CreatedAt.UtcDateTime })],
            NextToken = page.NextToken,
        };
    }

    private static void Delete(DeleteModelRequest request, World world, DateTimeOffset now)
    {
        var model = world.Models.Find(Require.Name(request.ModelName, "modelName"));
        world.Models.Remove(model.Name);
        world.Tags.Remove(model.Arn);
    }
}
