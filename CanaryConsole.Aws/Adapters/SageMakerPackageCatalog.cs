using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;
using ModelPackage = CanaryConsole.Core.Registry.ModelPackage;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Search tells a page of versions with their lineage in one call, where ListModelPackages would need a description of each.</summary>
internal sealed class SageMakerPackageCatalog(IAmazonSageMaker sageMaker) : IPackageCatalog
{
    private const int PageSize = 100;

    public async Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken)
    {
        var narrowing = PackageNarrowing.Of(query);
        var request = new SearchRequest
        {
            Resource = ResourceType.ModelPackage,
            SearchExpression = narrowing.Expression,
            // Versions that one pipeline registers in the same second have one time, and each its own number.
            SortBy = query.Group is null ? "CreationTime" : "ModelPackageVersion",
            SortOrder = SearchSortOrder.Descending,
            MaxResults = PageSize,
            NextToken = after,
        };
        var page = await CloudCall.RunAsync(
            "Search", query.Group is null ? "the model registry" : $"model package group \"{query.Group}\"", () => sageMaker.SearchAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        var isExact = narrowing.IsComplete && page.TotalHits?.Relation == Relation.EqualTo;
        return new PackagePage(
            [.. (page.Results ?? []).Select(record => record.ModelPackage).OfType<SageMaker.Model.ModelPackage>().Select(PackageTranslation.Found).Where(query.Matches)],
            string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken,
            isExact ? (int?)Math.Min(page.TotalHits!.Value ?? 0, int.MaxValue) : null);
    }

    public async Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) =>
        await ReadAsync(group, version, cancellationToken).ConfigureAwait(false) is { } package ? PackageTranslation.Package(package) : null;

    public async Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken) =>
        await ReadAsync(group, version, cancellationToken).ConfigureAwait(false) is { } package ? DescriptionTranslation.Of(package) : null;

    /// <remarks>A version is described by its ARN, which is the group's with its number: so it is found the moment it is registered, unlike by a search.</remarks>
    private async Task<DescribeModelPackageResponse?> ReadAsync(string group, int version, CancellationToken cancellationToken) =>
        await ArnAsync(group, version, cancellationToken).ConfigureAwait(false) is { } arn
            ? await CloudCall.FindAsync(
                "DescribeModelPackage",
                $"model package \"{arn}\"",
                () => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = arn }, cancellationToken),
                cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<string?> ArnAsync(string group, int version, CancellationToken cancellationToken)
    {
        var described = await CloudCall.FindAsync(
            "DescribeModelPackageGroup",
            $"model package group \"{group}\"",
            () => sageMaker.DescribeModelPackageGroupAsync(new DescribeModelPackageGroupRequest { ModelPackageGroupName = group }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return described?.ModelPackageGroupArn is { } arn
            ? FormattableString.Invariant($"{arn.Replace(":model-package-group/", ":model-package/", StringComparison.Ordinal)}/{version}")
            : null;
    }
}
