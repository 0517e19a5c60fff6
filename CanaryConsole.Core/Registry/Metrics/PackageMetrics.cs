namespace CanaryConsole.Core.Registry.Metrics;

internal sealed class PackageMetrics(IPackageFiles files) : IPackageMetrics
{
    private const string TrainingKey = "training_metrics_uri";
    private const int MostFiles = 5;

    public async Task<IReadOnlyList<MetricsSource>> ReadAsync(ModelPackage package, CancellationToken cancellationToken)
    {
        var named = package.Metadata.TryGetValue(TrainingKey, out var uri) ? [.. package.MetricsFiles, new MetricsFile("training", uri)] : package.MetricsFiles;
        return await Task.WhenAll(named.Take(MostFiles).Select(async file => new MetricsSource(file, await ReadAsync(file, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
    }

    private async Task<MetricsReading> ReadAsync(MetricsFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await files.ReadAsync(file.Uri, cancellationToken).ConfigureAwait(false) is { } content
                ? MetricsJson.Read(content)
                : MetricsReading.None($"There is no file at {file.Uri}.");
        }
        catch (CloudException failure)
        {
            return MetricsReading.None(failure.Message);
        }
    }
}
