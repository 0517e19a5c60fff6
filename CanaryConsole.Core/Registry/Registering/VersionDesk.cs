using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Registry;

/// <summary>From a request to a version of the registry.</summary>
internal sealed class VersionDesk(IArtifactStore store, FolderPacker packer, IVersionRegistry registry) : IVersionDesk
{
    private static readonly Dictionary<string, string> Nothing = [];

    public async Task<RegistrationResult> RegisterAsync(VersionRequest request, IProgress<RegistrationProgress>? progress, CancellationToken cancellationToken)
    {
        if (VersionCheck.Problems(request) is [var problem, ..])
        {
            return new RegistrationResult.Refused(RefusalKind.Invalid, problem.Field, problem.Reason);
        }

        try
        {
            var (artifact, packed) = await ArtifactAsync(request, progress, cancellationToken).ConfigureAwait(false);
            await registry.EnsureGroupAsync(request.Group!, request.Tags ?? Nothing, cancellationToken).ConfigureAwait(false);
            var order = new VersionOrder(
                request.Group!, artifact.ToString(), request.Image!, string.IsNullOrWhiteSpace(request.Description) ? null : request.Description, request.Metadata ?? Nothing);
            var created = await registry.CreateAsync(order, cancellationToken).ConfigureAwait(false);
            return new RegistrationResult.Registered(request.Group!, created.Version, created.Arn, order.ArtifactUri, packed);
        }
        catch (FolderProblemException refused)
        {
            return new RegistrationResult.Refused(RefusalKind.Invalid, refused.Field, refused.Message);
        }
        catch (CloudException failure)
        {
            return new RegistrationResult.Refused(failure.Failure is CloudFailure.Invalid ? RefusalKind.Invalid : RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<(ArtifactAddress Artifact, int? Packed)> ArtifactAsync(VersionRequest request, IProgress<RegistrationProgress>? progress, CancellationToken cancellationToken)
    {
        if (ArtifactAddress.TryParse(request.Folder, out var folder))
        {
            return await packer.PackAsync(folder, progress, cancellationToken).ConfigureAwait(false);
        }

        return ArtifactAddress.TryParse(request.ArtifactUri, out var artifact) && await store.FindAsync(artifact, cancellationToken).ConfigureAwait(false) is not null
            ? (artifact, null)
            : throw new FolderProblemException("artifactUri", $"artifactUri is \"{request.ArtifactUri}\"; there is no such object.");
    }
}
