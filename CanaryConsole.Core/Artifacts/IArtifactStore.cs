namespace CanaryConsole.Core.Artifacts;

/// <summary>Where artifacts lie. Every failure is a <see cref="CloudException"/>.</summary>
public interface IArtifactStore
{
    /// <summary>Null when there is no such object.</summary>
    Task<StoredArtifact?> FindAsync(ArtifactAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// The object's bytes from the first to the last, read once and forwards. A connection that is lost is taken up where it broke off; what the
    /// stream cannot get over is a <see cref="CloudException"/>, also when somebody replaces the object meanwhile.
    /// </summary>
    Task<Stream> OpenAsync(StoredArtifact artifact, CancellationToken cancellationToken);
}

/// <summary>An object as the store has it.</summary>
/// <param name="ETag">Changes with the bytes.</param>
/// <param name="Length">In bytes.</param>
public sealed record StoredArtifact(ArtifactAddress Address, string ETag, long Length);
