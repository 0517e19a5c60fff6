using System.Collections.Concurrent;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Live;

/// <summary>The one number that stands for a version in a list, read once from where its package points.</summary>
internal sealed class KeyMetrics(IPackageMetrics metrics)
{
    private const int MostKept = 5_000;
    private const int ReadsInFlight = 4;

    // The most telling first; a version without any of these shows its first number.
    private static readonly string[] Telling = ["auc", "ndcg", "map", "accuracy", "f1", "rmse", "mae", "loss"];

    private readonly ConcurrentDictionary<string, ModelMetric?> _kept = new(StringComparer.Ordinal);

    /// <summary>False where it has not been read; true with null where there is none.</summary>
    public bool TryFind(ModelPackage package, out ModelMetric? metric) => _kept.TryGetValue(package.Arn, out metric);

    public async Task ReadAsync(IEnumerable<ModelPackage> packages, CancellationToken cancellationToken)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        // Not on other threads: nothing here computes, and a list whose figures are at hand is drawn with them at once.
        using var places = new SemaphoreSlim(ReadsInFlight);
        await Task.WhenAll(packages.Where(package => !_kept.ContainsKey(package.Arn)).Select(async package =>
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                _kept[package.Arn] = await FindAsync(package, cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private async Task<ModelMetric?> FindAsync(ModelPackage package, CancellationToken cancellationToken)
    {
        if (package.MetricsFiles.Count == 0)
        {
            return null;
        }

        var all = (await metrics.ReadAsync(package with { MetricsFiles = [package.MetricsFiles[0]], Metadata = Nothing }, cancellationToken)).SelectMany(source => source.Reading.Metrics).ToList();
        return Telling.Select(name => all.FirstOrDefault(metric => metric.Name.Contains(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(metric => metric is not null)
            ?? all.FirstOrDefault();
    }

    private static readonly Dictionary<string, string> Nothing = [];
}
