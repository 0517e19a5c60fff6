namespace CanaryConsole.Core.Registry.Metrics;

/// <summary>What training and evaluation measured of a version.</summary>
public interface IPackageMetrics
{
    /// <summary>Reads the files that the version points to, at most 5. A file that cannot be read says why in its reading; nothing is thrown for it.</summary>
    Task<IReadOnlyList<MetricsSource>> ReadAsync(ModelPackage package, CancellationToken cancellationToken);
}

/// <summary>One file and what it says.</summary>
public sealed record MetricsSource(MetricsFile File, MetricsReading Reading);
