using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Core.Registry;

/// <summary>Folders of S3, and the archives made of them. Every failure is a <see cref="CloudException"/>.</summary>
public interface IFolderStore
{
    /// <summary>The objects under the folder, at most <paramref name="most"/>; further ones are left out.</summary>
    Task<IReadOnlyList<StoredArtifact>> ListAsync(ArtifactAddress folder, int most, CancellationToken cancellationToken);

    /// <summary>Puts what is written under the key, in pieces as it is written; nothing is there unless all of it is.</summary>
    /// <param name="write">Writes the whole object; what it throws takes back what was sent.</param>
    Task PutAsync(ArtifactAddress target, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);
}
