using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerLeftovers(IAmazonSageMaker sageMaker, ITagging tagging) : ILeftovers
{
    private const string RolloutTag = "canaryconsole:rollout";
    private const string ConfigPrefix = "cc-";
    private const int PageSize = 100;
    private const int Most = 500;
    private const int MostEndpoints = 10_000;
    private const int MaxCallsInFlight = 4;

    public async Task<IReadOnlyList<Leftover>> ListAsync(CancellationToken cancellationToken)
    {
        var configs = await ConfigsAsync(cancellationToken).ConfigureAwait(false);
        var models = await ModelsAsync(cancellationToken).ConfigureAwait(false);
        var found = new Leftover?[configs.Count + models.Count];
        await EachAsync(found.Length, async index => found[index] = index < configs.Count
            ? await ConfigAsync(configs[index], cancellationToken).ConfigureAwait(false)
            : await ModelAsync(models[index - configs.Count], cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return [.. found.OfType<Leftover>().OrderByDescending(one => one.CreatedAt)];
    }

    public async Task<ResourcesInUse> InUseAsync(CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListEndpointsAsync(new ListEndpointsRequest { MaxResults = PageSize, NextToken = token }, stop),
            page => page.Endpoints,
            cancellationToken: cancellationToken);
        var endpoints = await CloudCall.RunAsync("ListEndpoints", "all endpoints", () => listed.FirstAsync(MostEndpoints), cancellationToken).ConfigureAwait(false);
        var used = new (List<string> Configs, List<string> Models)[endpoints.Count];
        await EachAsync(used.Length, async index => used[index] = await UsedByAsync(endpoints[index].EndpointName ?? "", cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        return new ResourcesInUse(
            used.SelectMany(one => one.Configs).ToHashSet(StringComparer.Ordinal), used.SelectMany(one => one.Models).ToHashSet(StringComparer.Ordinal));
    }

    public async Task DeleteAsync(LeftoverKind kind, string name, CancellationToken cancellationToken)
    {
        if (kind is LeftoverKind.EndpointConfig)
        {
            await CloudCall.FindAsync(
                "DeleteEndpointConfig",
                $"endpoint config \"{name}\"",
                () => sageMaker.DeleteEndpointConfigAsync(new DeleteEndpointConfigRequest { EndpointConfigName = name }, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return;
        }

        await CloudCall.FindAsync(
            "DeleteModel", $"model \"{name}\"", () => sageMaker.DeleteModelAsync(new DeleteModelRequest { ModelName = name }, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    private Task<List<EndpointConfigSummary>> ConfigsAsync(CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListEndpointConfigsAsync(
                new ListEndpointConfigsRequest
                {
                    NameContains = ConfigPrefix,
                    MaxResults = PageSize,
                    NextToken = token,
                    SortBy = EndpointConfigSortKey.CreationTime,
                    SortOrder = OrderKey.Descending,
                },
                stop),
            page => page.EndpointConfigs,
            cancellationToken: cancellationToken);
        return CloudCall.RunAsync("ListEndpointConfigs", "the console's endpoint configs", () => listed.FirstAsync(Most), cancellationToken);
    }

    private Task<List<ModelSummary>> ModelsAsync(CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListModelsAsync(
                new ListModelsRequest { MaxResults = PageSize, NextToken = token, SortBy = ModelSortKey.CreationTime, SortOrder = OrderKey.Descending }, stop),
            page => page.Models,
            cancellationToken: cancellationToken);
        return CloudCall.RunAsync("ListModels", "all models", () => listed.FirstAsync(Most), cancellationToken);
    }

    /// <summary>Null for one that does not bear the tag, whatever its name.</summary>
    private async Task<Leftover?> ConfigAsync(EndpointConfigSummary config, CancellationToken cancellationToken)
    {
        var name = config.EndpointConfigName ?? "";
        return await RolloutOfAsync(config.EndpointConfigArn, cancellationToken).ConfigureAwait(false) is { } rollout
            ? new Leftover(LeftoverKind.EndpointConfig, name, config.CreationTime.ToOffset(), rollout, await ModelsOfAsync(name, cancellationToken).ConfigureAwait(false))
            : null;
    }

    private async Task<Leftover?> ModelAsync(ModelSummary model, CancellationToken cancellationToken) =>
        await RolloutOfAsync(model.ModelArn, cancellationToken).ConfigureAwait(false) is { } rollout
            ? new Leftover(LeftoverKind.Model, model.ModelName ?? "", model.CreationTime.ToOffset(), rollout, [])
            : null;

    private async Task<string?> RolloutOfAsync(string? arn, CancellationToken cancellationToken) =>
        (await tagging.ReadAsync(arn ?? "", cancellationToken).ConfigureAwait(false)).GetValueOrDefault(RolloutTag);

    private async Task<(List<string> Configs, List<string> Models)> UsedByAsync(string endpoint, CancellationToken cancellationToken)
    {
        var described = await CloudCall.FindAsync(
            "DescribeEndpoint",
            $"endpoint \"{endpoint}\"",
            () => sageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = endpoint }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        List<string> configs = [.. new[] { described?.EndpointConfigName, described?.PendingDeploymentSummary?.EndpointConfigName }.OfType<string>().Distinct()];
        var models = new List<string>();
        foreach (var config in configs)
        {
            models.AddRange(await ModelsOfAsync(config, cancellationToken).ConfigureAwait(false));
        }

        return (configs, models);
    }

    private async Task<IReadOnlyList<string>> ModelsOfAsync(string configName, CancellationToken cancellationToken)
    {
        var config = await CloudCall.FindAsync(
            "DescribeEndpointConfig",
            $"endpoint config \"{configName}\"",
            () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = configName }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. (config?.ProductionVariants ?? []).Concat(config?.ShadowProductionVariants ?? []).Select(variant => variant.ModelName).OfType<string>().Distinct()];
    }

    private static Task EachAsync(int count, Func<int, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = MaxCallsInFlight, CancellationToken = cancellationToken },
        async (index, _) => await work(index).ConfigureAwait(false));
}
