namespace CanaryConsole.Core.Registry;

/// <summary>The small files that a package points to: metrics, and a sample payload. Every failure is a <see cref="CloudException"/>.</summary>
public interface IPackageFiles
{
    /// <summary>More than this is not read, in bytes.</summary>
    const int LargestFile = 1024 * 1024;

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="CloudException">Invalid for a file that is too large, or an address that is none of S3.</exception>
    Task<byte[]?> ReadAsync(string uri, CancellationToken cancellationToken);
}
