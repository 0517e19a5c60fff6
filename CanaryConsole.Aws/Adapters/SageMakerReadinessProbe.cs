using Amazon.S3;
using CanaryConsole.Aws.ECR;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Aws.Adapters;

/// <summary>From an endpoint by its configurations to its variant's model, and from there to artifacts, images and role: one call for each.</summary>
internal sealed class SageMakerReadinessProbe(IAmazonSageMaker sageMaker, IAmazonS3 s3, IAmazonECR registry, IAmazonIdentityManagementService identity) : IReadinessProbe
{
    private readonly ReadinessParts _parts = new(s3, registry, identity);

    public async Task<IReadOnlyList<ReadinessCheck>> CheckAsync(ReadinessQuestion question, CancellationToken cancellationToken)
    {
        var (endpoint, endpointCheck) = await ReadinessLook.FindAsync(
            $"Endpoint {question.Endpoint}",
            "DescribeEndpoint",
            () => sageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = question.Endpoint }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (endpoint is null)
        {
            return [endpointCheck];
        }

        string?[] names = [endpoint.EndpointConfigName, question.ConfigName];
        var configs = await Task.WhenAll(names.Where(name => name is { Length: > 0 }).Distinct().Select(name => ReadinessLook.FindAsync(
            $"Endpoint config {name}",
            "DescribeEndpointConfig",
            () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = name }, cancellationToken),
            cancellationToken))).ConfigureAwait(false);
        var config = configs.Select(one => one.Found).FirstOrDefault(one => one?.ProductionVariants?.Any(variant => variant.VariantName == question.Variant) == true);
        var model = config?.ProductionVariants?.First(variant => variant.VariantName == question.Variant).ModelName;
        return
        [
            .. configs.Select(one => one.Check),
            .. model is null
                ? [ReadinessCheck.Unknown($"Model of {question.Variant}", "no endpoint config that can be read names it")]
                : await ModelAsync(model, config?.ExecutionRoleArn, Account(endpoint.EndpointArn), cancellationToken).ConfigureAwait(false),
        ];
    }

    public async Task<IReadOnlyList<ReadinessCheck>> CheckModelAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        if (question.PackageArn is not { } arn)
        {
            return await ModelAsync(question.Model, configRole: null, Account(question.EndpointArn), cancellationToken).ConfigureAwait(false);
        }

        var (containers, checks) = (new List<ContainerDefinition>(), new List<ReadinessCheck>());
        await UnpackAsync(arn, containers, checks, cancellationToken).ConfigureAwait(false);
        var parts = await _parts.CheckAsync(containers, role: null, Account(question.EndpointArn), cancellationToken).ConfigureAwait(false);

        // Its role will be that of the champion's model, which is looked at with the champion.
        return [.. checks, .. parts.Where(part => part.Name != "Role")];
    }

    private static string Account(string? arn) => arn?.Split(':').ElementAtOrDefault(4) ?? "";

    private async Task<IReadOnlyList<ReadinessCheck>> ModelAsync(string name, string? configRole, string account, CancellationToken cancellationToken)
    {
        var (model, check) = await ReadinessLook.FindAsync(
            $"Model {name}", "DescribeModel", () => sageMaker.DescribeModelAsync(new DescribeModelRequest { ModelName = name }, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (model is null)
        {
            return [check];
        }

        var (containers, packages) = await ContainersAsync(model, cancellationToken).ConfigureAwait(false);
        var parts = await _parts.CheckAsync(containers, model.ExecutionRoleArn ?? configRole, account, cancellationToken).ConfigureAwait(false);
        return [check, .. packages, .. parts];
    }

    /// <summary>A model made from a package may name nothing but the package: what it runs is said there.</summary>
    private async Task<(List<ContainerDefinition> Containers, List<ReadinessCheck> Packages)> ContainersAsync(DescribeModelResponse model, CancellationToken cancellationToken)
    {
        var (containers, checks) = (new List<ContainerDefinition>(), new List<ReadinessCheck>());
        foreach (var container in (model.Containers ?? []).Concat(model.PrimaryContainer is { } primary ? [primary] : []))
        {
            if (container is { Image: null, ModelPackageName: { } name })
            {
                await UnpackAsync(name, containers, checks, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                containers.Add(container);
            }
        }

        return (containers, checks);
    }

    private async Task UnpackAsync(string name, List<ContainerDefinition> containers, List<ReadinessCheck> checks, CancellationToken cancellationToken)
    {
        var (package, check) = await ReadinessLook.FindAsync(
            $"Model package {name}",
            "DescribeModelPackage",
            () => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = name }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        checks.Add(check);
        containers.AddRange((package?.InferenceSpecification?.Containers ?? []).Select(packaged => new ContainerDefinition
        {
            Image = packaged.Image,
            ModelDataUrl = packaged.ModelDataUrl,
            ModelDataSource = packaged.ModelDataSource,
        }));
    }
}
