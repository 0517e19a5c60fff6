using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>The versions of media-ranker, all of run "run-" and the number, in one page.</summary>
internal sealed partial class FakeCloud : IPackageCatalog
{
    public Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken)
    {
        Called("Search");
        var found = Enumerable.Range(8, 4).Reverse().Select(version => Package(version)).Where(query.Matches).ToList();
        return Task.FromResult(new PackagePage(found, null, found.Count));
    }

    public Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) =>
        Task.FromResult(group == "media-ranker" && version is >= 8 and <= 11 ? Package(version) : null);
}
