using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Updates under deployment guardrails, by UpdateEndpoint with a deployment configuration.</summary>
internal sealed class SageMakerDeploymentControl(IAmazonSageMaker sageMaker) : IManagedDeploymentControl
{
    private readonly ConfigUpdate _update = new(sageMaker);

    public async Task<DeploymentFacts> FactsAsync(string endpoint, string modelName, string? packageArn, CancellationToken cancellationToken)
    {
        var described = await _update.DescribeAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var config = await _update.DescribeConfigAsync(described.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var variants = config.ProductionVariants ?? [];
        var account = Account(described.EndpointArn);
        string? bought = null;
        foreach (var model in variants.Select(one => one.ModelName).Append(modelName).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            bought ??= await IsBoughtAsync(model, account, cancellationToken).ConfigureAwait(false) ? model : null;
        }

        // A model that is yet to be made shows by its package where it comes from.
        bought ??= packageArn is not null && await IsProductAsync(packageArn, account, cancellationToken).ConfigureAwait(false) ? modelName : null;
        return new DeploymentFacts(
            variants.Exists(one => one.ServerlessConfig is not null),
            variants.Select(one => one.AcceleratorType?.Value).FirstOrDefault(type => type is not null),
            bought);
    }

    public async Task DeployAsync(DeploymentOrder order, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(order.Endpoint, order.ConfigName, cancellationToken).ConfigureAwait(false) is not { } endpoint)
        {
            return;
        }

        var old = await _update.DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = await _update.TagsAsync(old.EndpointConfigArn, cancellationToken).ConfigureAwait(false);
        await _update.CreateAsync(DeploymentTranslation.Config(endpoint, old, tags, order), cancellationToken).ConfigureAwait(false);
        await UpdateAsync(order.Endpoint, order.ConfigName, DeploymentTranslation.Deployment(order), keepsCounts: false, cancellationToken).ConfigureAwait(false);
    }

    public async Task RevertAsync(string endpoint, string configName, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(endpoint, configName, cancellationToken).ConfigureAwait(false) is not { } described)
        {
            return;
        }

        // What autoscaling or a person has made of the fleet since is kept, unless other instances make the number mean something else.
        var current = await _update.DescribeConfigAsync(described.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var old = await _update.DescribeConfigAsync(configName, cancellationToken).ConfigureAwait(false);
        await UpdateAsync(endpoint, configName, DeploymentTranslation.AllAtOnce(), Types(current).SequenceEqual(Types(old), StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
    }

    private Task<UpdateEndpointResponse> UpdateAsync(string endpoint, string configName, DeploymentConfig deployment, bool keepsCounts, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "UpdateEndpoint",
        $"endpoint \"{endpoint}\"",
        () => sageMaker.UpdateEndpointAsync(
            new UpdateEndpointRequest
            {
                EndpointName = endpoint,
                EndpointConfigName = configName,
                RetainAllVariantProperties = true,
                ExcludeRetainedVariantProperties = keepsCounts ? null : [new VariantProperty { VariantPropertyType = VariantPropertyType.DesiredInstanceCount }],
                DeploymentConfig = deployment,
            },
            cancellationToken),
        cancellationToken);

    private async Task<bool> IsBoughtAsync(string name, string account, CancellationToken cancellationToken)
    {
        var model = await CloudCall.FindAsync(
            "DescribeModel", $"model \"{name}\"", () => sageMaker.DescribeModelAsync(new DescribeModelRequest { ModelName = name }, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var package in (model?.PrimaryContainer is { } primary ? [primary] : model?.Containers ?? []).Select(container => container.ModelPackageName).OfType<string>())
        {
            if (await IsProductAsync(package, account, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    // A package of one's own is never a product; one of another account is shared or bought, and what may not be looked at is taken as bought.
    private async Task<bool> IsProductAsync(string package, string account, CancellationToken cancellationToken)
    {
        if (!package.StartsWith("arn:", StringComparison.Ordinal) || Account(package) == account)
        {
            return false;
        }

        try
        {
            var described = await CloudCall.RunAsync(
                "DescribeModelPackage",
                $"model package \"{package}\"",
                () => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = package }, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return (described.InferenceSpecification?.Containers ?? []).Exists(container => container.ProductId is { Length: > 0 });
        }
        catch (CloudException failure) when (failure.Failure is CloudFailure.NotFound or CloudFailure.AccessDenied or CloudFailure.Invalid)
        {
            return true;
        }
    }

    private static IEnumerable<string> Types(DescribeEndpointConfigResponse config) =>
        (config.ProductionVariants ?? []).Select(variant => $"{variant.VariantName}\n{variant.InstanceType}").Order(StringComparer.Ordinal);

    private static string Account(string? arn) => arn?.Split(':') is { Length: > 4 } parts ? parts[4] : "";
}
