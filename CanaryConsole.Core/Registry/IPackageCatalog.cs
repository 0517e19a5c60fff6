namespace CanaryConsole.Core.Registry;

/// <summary>The versions of the registry, however many: page by page, or one by its number. Every failure is a <see cref="CloudException"/>.</summary>
public interface IPackageCatalog
{
    /// <summary>One page of what was asked for, newest first. What was registered or changed in the last seconds may be missing or shown as it was.</summary>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken);

    /// <summary>As it is this moment; null where there is no such group or version.</summary>
    Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken);

    /// <summary>The same with all that SageMaker says of it.</summary>
    Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken);
}

/// <summary>A page of versions.</summary>
/// <param name="Packages">At most 100; may be fewer, or none, with more to come.</param>
/// <param name="Next">Asks for the page after this one; null at the end.</param>
/// <param name="Total">How many there are over all pages; null where only reading them all would tell.</param>
public sealed record PackagePage(IReadOnlyList<ModelPackage> Packages, string? Next, int? Total);
