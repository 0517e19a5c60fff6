using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Artifacts;

/// <summary>Checks artifacts against the contract of their package group, and keeps the latest reports by digest.</summary>
public interface IArtifactDesk
{
    /// <summary>The report of these very bytes if there is one, without reading anything but their digest; null otherwise.</summary>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    Task<ArtifactReport?> FindAsync(ArtifactSubject subject, CancellationToken cancellationToken);

    /// <summary>The kept report of these very bytes, or a new one. What is wrong with the artifact is in the report; only a store that does not answer is an exception.</summary>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    Task<ArtifactReport> CheckAsync(ArtifactSubject subject, CancellationToken cancellationToken);

    /// <summary>As above, and tells how far it has come while it reads.</summary>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    Task<ArtifactReport> CheckAsync(ArtifactSubject subject, IProgress<ArtifactProgress>? progress, CancellationToken cancellationToken) =>
        CheckAsync(subject, cancellationToken);
}

/// <summary>An artifact, and the package it must agree with where there is one.</summary>
/// <param name="ArtifactUri">Where model.tar.gz lies.</param>
public sealed record ArtifactSubject(string ArtifactUri, ModelPackage? Package);

/// <summary>How many bytes of how many were read, as they lie in the store.</summary>
public readonly record struct ArtifactProgress(long Read, long Total)
{
    /// <summary>0..1; 0 while the total is not known.</summary>
    public double Fraction => Total <= 0 ? 0 : Math.Clamp((double)Read / Total, 0, 1);
}
