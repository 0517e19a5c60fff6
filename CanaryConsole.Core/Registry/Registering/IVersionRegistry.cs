namespace CanaryConsole.Core.Registry;

/// <summary>Writes versions into the registry. Every failure is a <see cref="CloudException"/>.</summary>
public interface IVersionRegistry
{
    /// <summary>Makes the group unless there is one, and writes the tags on it.</summary>
    Task EnsureGroupAsync(string group, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>The next version of the group, pending approval.</summary>
    Task<CreatedVersion> CreateAsync(VersionOrder order, CancellationToken cancellationToken);
}

/// <summary>A version to be made.</summary>
public sealed record VersionOrder(string Group, string ArtifactUri, string Image, string? Description, IReadOnlyDictionary<string, string> Metadata);

public sealed record CreatedVersion(int Version, string Arn);
