using System.Collections.Concurrent;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;
using ModelPackage = CanaryConsole.Core.Registry.ModelPackage;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerModelRegistry(IAmazonSageMaker sageMaker) : IModelRegistry
{
    private const int PageSize = 100;
    private const int MostGroups = 1_000;
    private const int MostPackages = 100;
    private const int MostModels = 1_000;
    private const int MostDescribedAtOnce = 100;
    private const int MaxCallsInFlight = 4;

    // A model cannot be changed once created, so one description serves for as long as it exists.
    private readonly ConcurrentDictionary<(string Name, DateTime? Created), RegisteredModel> _models = new();

    public async Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken)
    {
        var groups = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListModelPackageGroupsAsync(
                new ListModelPackageGroupsRequest
                {
                    MaxResults = PageSize,
                    NextToken = token,
                    SortBy = ModelPackageGroupSortBy.Name,
                    SortOrder = SortOrder.Ascending,
                },
                stop),
            page => page.ModelPackageGroupSummaryList,
            cancellationToken: cancellationToken);
        var summaries = await CloudCall.RunAsync(
            "ListModelPackageGroups", "the model registry", () => groups.FirstAsync(MostGroups), cancellationToken).ConfigureAwait(false);
        return [.. summaries.Select(group => group.ModelPackageGroupName ?? "")];
    }

    public async Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListModelPackagesAsync(
                new ListModelPackagesRequest
                {
                    ModelPackageGroupName = group,
                    MaxResults = PageSize,
                    NextToken = token,
                    SortBy = ModelPackageSortBy.CreationTime,
                    SortOrder = SortOrder.Descending,
                },
                stop),
            page => page.ModelPackageSummaryList,
            cancellationToken: cancellationToken);
        var summaries = await CloudCall.RunAsync(
            "ListModelPackages", $"model package group \"{group}\"", () => listed.FirstAsync(MostPackages), cancellationToken).ConfigureAwait(false);

        // The list does not carry lineage; only a description does. One deleted in between is left out.
        var packages = await DescribeAllAsync(
            summaries, summary => FindPackageAsync(summary.ModelPackageArn ?? "", cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. packages.OfType<ModelPackage>().OrderByDescending(package => package.Version)];
    }

    public async Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken)
    {
        var package = await CloudCall.FindAsync(
            "DescribeModelPackage",
            $"model package \"{packageArn}\"",
            () => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = packageArn }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return package is null ? null : PackageTranslation.Package(package);
    }

    public async Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken)
    {
        var model = await CloudCall.FindAsync(
            "DescribeModel",
            $"model \"{modelName}\"",
            () => sageMaker.DescribeModelAsync(new DescribeModelRequest { ModelName = modelName }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return model is null ? null : PackageTranslation.Model(model);
    }

    /// <remarks>Where a model came from takes a call each: at most 100 are made, newest first, and kept; older models stand by name until then.</remarks>
    public async Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListModelsAsync(
                new ListModelsRequest { MaxResults = PageSize, NextToken = token, SortBy = ModelSortKey.CreationTime, SortOrder = OrderKey.Descending },
                stop),
            page => page.Models,
            cancellationToken: cancellationToken);
        var summaries = await CloudCall.RunAsync("ListModels", "all models", () => listed.FirstAsync(MostModels), cancellationToken).ConfigureAwait(false);

        var unknown = summaries.Where(summary => !_models.ContainsKey(Key(summary))).Take(MostDescribedAtOnce);
        var described = await DescribeAllAsync(
            unknown,
            async summary => (Key: Key(summary), Model: await FindModelAsync(summary.ModelName ?? "", cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        Forget(summaries);
        foreach (var (key, model) in described)
        {
            if (model is not null)
            {
                _models[key] = model;
            }
        }

        return [.. summaries.Select(summary => _models.GetValueOrDefault(Key(summary)) ?? new RegisteredModel(summary.ModelName ?? "", null, null))];
    }

    private static (string Name, DateTime? Created) Key(ModelSummary summary) => (summary.ModelName ?? "", summary.CreationTime);

    /// <summary>Keeps the store as small as the list it stands for.</summary>
    private void Forget(List<ModelSummary> listed)
    {
        var kept = listed.Select(Key).ToHashSet();
        foreach (var key in _models.Keys.Where(key => !kept.Contains(key)))
        {
            _models.TryRemove(key, out _);
        }
    }

    private static async Task<TResult[]> DescribeAllAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, Task<TResult>> describe, CancellationToken cancellationToken)
    {
        var wanted = items.ToList();
        var results = new TResult[wanted.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, wanted.Count),
            new ParallelOptions { MaxDegreeOfParallelism = MaxCallsInFlight, CancellationToken = cancellationToken },
            async (index, _) => results[index] = await describe(wanted[index]).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }
}
