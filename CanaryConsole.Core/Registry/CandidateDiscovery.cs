using CanaryConsole.Core.Environments;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Registry;

internal sealed class CandidateDiscovery(
    IPackageCatalog catalog, IModelRegistry registry, IEnvironmentDirectory environments, IOptions<RegistryOptions> options) : ICandidateDiscovery
{
    /// <summary>A run makes a handful of versions; more than this many are not weighed.</summary>
    private const int MostWeighed = 20;

    private const int MostPages = 20;
    private const int LongestValue = 256;

    public async Task<CandidateFinding> FindAsync(string group, string runId, string? endpoint, CancellationToken cancellationToken)
    {
        if (runId.Length is 0 or > LongestValue)
        {
            return new CandidateFinding.None([], $"runId has {runId.Length} characters; it must have 1 to {LongestValue}.", "runId");
        }

        var key = options.Value.RunIdKey;
        var environment = endpoint is null ? null : environments.Of(endpoint);
        var packages = await CarryingAsync(new PackageQuery(group, [new PackageTerm.Carries(key, runId, Whole: true)]), cancellationToken).ConfigureAwait(false);
        if (packages.Count > 0)
        {
            return CandidateChoice.Of(packages, key, runId, environment);
        }

        return (await registry.ListGroupsAsync(cancellationToken).ConfigureAwait(false)).Contains(group, StringComparer.Ordinal)
            ? new CandidateFinding.None([], $"No version of {group} carries {key} {runId}; SageMaker's search shows a new version after some seconds.", "runId")
            : new CandidateFinding.None([], $"There is no model package group {group}.", "group");
    }

    /// <summary>A search may be seconds behind, and an approval decides: each one found is asked for again.</summary>
    private async Task<IReadOnlyList<ModelPackage>> CarryingAsync(PackageQuery query, CancellationToken cancellationToken)
    {
        var fresh = new List<ModelPackage>();
        string? after = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await catalog.SearchAsync(query, after, cancellationToken).ConfigureAwait(false);
            foreach (var found in page.Packages.Take(MostWeighed - fresh.Count))
            {
                if (await registry.FindPackageAsync(found.Arn, cancellationToken).ConfigureAwait(false) is { } package)
                {
                    fresh.Add(package);
                }
            }

            after = page.Next;
            if (after is null || fresh.Count == MostWeighed)
            {
                break;
            }
        }

        return [.. fresh.OrderByDescending(package => package.Version)];
    }
}
