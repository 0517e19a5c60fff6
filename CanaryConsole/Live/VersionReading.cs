using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Live;

/// <summary>What a version's page reads beside the version itself.</summary>
internal sealed class VersionReading(IPackageCatalog catalog, IPackageMetrics metrics, RegistryShelf shelf)
{
    /// <summary>Of the version, and of the champion where there is one that the registry knows.</summary>
    public async Task<(IReadOnlyList<MetricsSource> Own, IReadOnlyList<MetricsSource>? Champion)> MetricsAsync(
        ModelPackage package, int? champion, CancellationToken cancellationToken)
    {
        var own = metrics.ReadAsync(package, cancellationToken);
        var other = champion is { } version ? ChampionAsync(package.Group, version, cancellationToken) : Task.FromResult<IReadOnlyList<MetricsSource>?>(null);
        return (await own, await other);
    }

    /// <summary>Something was written: what the lists keep is no longer true.</summary>
    public void Changed() => shelf.Forget();

    private async Task<IReadOnlyList<MetricsSource>?> ChampionAsync(string group, int version, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.FindAsync(group, version, cancellationToken) is { } champion ? await metrics.ReadAsync(champion, cancellationToken) : null;
        }
        catch (CloudException)
        {
            // The comparison is left out; the page itself says when the registry does not answer.
            return null;
        }
    }
}
