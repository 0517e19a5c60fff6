namespace CanaryConsole.Core.Registry;

/// <summary>What a model's artifact is, whatever it is called. Every failure is a <see cref="CloudException"/>.</summary>
public interface IArtifactDigests
{
    /// <summary>Null when neither the package nor the artifact's store tells one.</summary>
    Task<ArtifactDigest?> FindAsync(string? packageArn, string? artifactUri, CancellationToken cancellationToken);
}

/// <summary>The digest of an artifact.</summary>
/// <param name="Value">Letters, digits and hyphens; bytes that are the same have the same.</param>
/// <param name="Source">Where it was read: "model package ETag", "S3 SHA-256" or "S3 ETag".</param>
public sealed record ArtifactDigest(string Value, string Source);
