using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Metrics;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Tests.Components.Registry;

/// <summary>A registry in memory, in pages of a hundred; it counts what it is asked.</summary>
internal sealed class FakeCatalog : IModelRegistry, IPackageCatalog, IServedVersions, IPackageMetrics
{
    public Func<IReadOnlyList<ModelPackage>> Answer { get; set; } = () => [];

    public IReadOnlyList<string> Groups { get; set; } = ["media-ranker"];

    public TaskCompletionSource? Wait { get; set; }

    public int Searches { get; private set; }

    public List<ServedStay> Stays { get; } = [];

    public async Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken)
    {
        await (Wait?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return Groups;
    }

    public Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken)
    {
        Searches++;
        var found = Answer().Where(query.Matches).ToList();
        var start = after is null ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        var end = Math.Min(start + 100, found.Count);
        return Task.FromResult(new PackagePage(found[start..end], end < found.Count ? FormattableString.Invariant($"{end}") : null, found.Count));
    }

    public Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) =>
        Task.FromResult(Answer().FirstOrDefault(package => package.Group == group && package.Version == version));

    public Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken) => Task.FromResult<PackageDescription?>(null);

    public Task<ILookup<string, ServedStay>> ReadAsync(IReadOnlyList<string> endpoints, CancellationToken cancellationToken) => Task.FromResult(Stays.ToLookup(stay => stay.Model));

    /// <summary>An AUC of 0.8 and a hundredth for each version.</summary>
    public Task<IReadOnlyList<MetricsSource>> ReadAsync(ModelPackage package, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MetricsSource>>(
    [
        new MetricsSource(
            new MetricsFile("model quality", "s3://models/evaluation.json"),
            new MetricsReading([new ModelMetric("auc", 0.8 + (package.Version / 100.0), 0.004), new ModelMetric("rows", 10)], [new MetricCurve("validation_loss", [0.9, 0.5])], null)),
    ]);

    public Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
