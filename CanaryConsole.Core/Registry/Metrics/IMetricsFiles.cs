namespace CanaryConsole.Core.Registry.Metrics;

/// <summary>The small JSON files that a package points to. Every failure is a <see cref="CloudException"/>.</summary>
public interface IMetricsFiles
{
    /// <summary>More than this is not read, in bytes.</summary>
    const int LargestFile = 1024 * 1024;

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="CloudException">Invalid for a file that is too large, or an address that is none of S3.</exception>
    Task<byte[]?> ReadAsync(string uri, CancellationToken cancellationToken);
}
