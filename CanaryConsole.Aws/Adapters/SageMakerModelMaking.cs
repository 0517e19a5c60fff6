using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerModelMaking(IAmazonSageMaker sageMaker) : IModelMaking
{
    public async Task EnsureAsync(ModelOrder order, CancellationToken cancellationToken)
    {
        if (await FindAsync(order.ModelName, cancellationToken).ConfigureAwait(false) is { } existing)
        {
            var package = (existing.PrimaryContainer ?? existing.Containers?.FirstOrDefault())?.ModelPackageName;
            if (package != order.PackageArn)
            {
                throw new CloudException(
                    CloudFailure.Invalid,
                    $"Model \"{order.ModelName}\" exists already and was made from {package ?? "no package"}, not from {order.PackageArn}. Delete it, or roll it out by its name.");
            }

            return;
        }

        var like = await FindAsync(order.LikeModel, cancellationToken).ConfigureAwait(false)
            ?? throw new CloudException(CloudFailure.Invalid, $"Model \"{order.LikeModel}\" is gone, so there is no execution role to make \"{order.ModelName}\" with.");
        var request = new CreateModelRequest
        {
            ModelName = order.ModelName,
            PrimaryContainer = new ContainerDefinition { ModelPackageName = order.PackageArn },
            ExecutionRoleArn = like.ExecutionRoleArn,
            VpcConfig = like.VpcConfig,
            EnableNetworkIsolation = like.EnableNetworkIsolation,
            Tags = TagText.Of(order.Tags),
        };
        await CloudCall.RunAsync("CreateModel", Named(order.ModelName), () => sageMaker.CreateModelAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private Task<DescribeModelResponse?> FindAsync(string name, CancellationToken cancellationToken) => CloudCall.FindAsync(
        "DescribeModel", Named(name), () => sageMaker.DescribeModelAsync(new DescribeModelRequest { ModelName = name }, cancellationToken), cancellationToken);

    private static string Named(string model) => $"model \"{model}\"";
}
