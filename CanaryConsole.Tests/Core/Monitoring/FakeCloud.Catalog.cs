using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>The versions of media-ranker, all of run "run-" and the number, in one page.</summary>
internal sealed partial class FakeCloud : IPackageCatalog, IPackageApproval
{
    /// <summary>What was last written, by version.</summary>
    public Dictionary<int, (ModelApproval Approval, string Comment, int Writes)> Approvals { get; } = [];

    /// <summary>Stands for inference specification and metadata.</summary>
    public string PackageContent { get; set; } = "as it was registered";

    /// <summary>Done right before the next description is given: what somebody else does meanwhile.</summary>
    public Queue<Action> Meanwhile { get; } = [];

    public Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken)
    {
        Called("Search");
        var found = Enumerable.Range(8, 4).Reverse().Select(version => Package(version)).Where(query.Matches).ToList();
        return Task.FromResult(new PackagePage(found, null, found.Count));
    }

    public Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) =>
        Task.FromResult(group == "media-ranker" && version is >= 8 and <= 11 ? Package(version) : null);

    public async Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken)
    {
        if (Meanwhile.TryDequeue(out var change))
        {
            change();
        }

        var (_, comment, writes) = Approvals.GetValueOrDefault(version);
        return await FindAsync(group, version, cancellationToken) is { } package
            ? new PackageDescription(package, PackageContent, comment, package.CreatedAt.AddHours(writes), "arn:aws:iam::123456789012:user/bob")
            : null;
    }

    public Task SetAsync(string packageArn, ModelApproval approval, string comment, CancellationToken cancellationToken)
    {
        Called("Approve");
        var version = int.Parse(packageArn.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Approvals[version] = (approval, comment, Approvals.GetValueOrDefault(version).Writes + 1);
        return Task.CompletedTask;
    }
}
