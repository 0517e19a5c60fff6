using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Registry;

/// <summary>Registers versions, for the page and the API alike.</summary>
public interface IVersionDesk
{
    /// <summary>Checks, packs where a folder is given, makes the group where there is none, and registers a version that waits for its approval.</summary>
    /// <param name="progress">Told how far the packing is.</param>
    Task<RegistrationResult> RegisterAsync(VersionRequest request, IProgress<RegistrationProgress>? progress, CancellationToken cancellationToken);
}

public abstract record RegistrationResult
{
    private RegistrationResult()
    {
    }

    /// <param name="Packed">Files that were packed; null where the artifact was there already.</param>
    public sealed record Registered(string Group, int Version, string Arn, string ArtifactUri, int? Packed = null) : RegistrationResult;

    /// <param name="Field">The request's field; null when it is about none.</param>
    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : RegistrationResult;
}

/// <param name="Doing">As in "packing", "uploading".</param>
/// <param name="Done">Bytes of the folder that were read.</param>
public sealed record RegistrationProgress(string Doing, long Done, long Total);
