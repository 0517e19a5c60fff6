using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Refuses an artifact that failed before, whatever it is called now.</summary>
internal sealed class QuarantineCheck(QuarantineLog log, IArtifactDigests digests, IEventStore store)
{
    /// <exception cref="PlanProblemException">The artifact is in quarantine, and the request gives no reason to roll it out all the same.</exception>
    /// <exception cref="CloudException">The artifact's digest could not be read.</exception>
    public async Task PassAsync(RolloutRequest request, Candidate candidate, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(request.OverrideQuarantine)
            || await store.ListStreamsAsync(QuarantineLog.Prefix, 1, cancellationToken).ConfigureAwait(false) is []
            || await digests.FindAsync(candidate.Package?.Arn ?? candidate.Model.PackageArn, candidate.Model.ArtifactUri, cancellationToken).ConfigureAwait(false) is not { } digest
            || await log.FindAsync(digest, cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return;
        }

        throw new PlanProblemException(
            RefusalKind.Conflict,
            "overrideQuarantine",
            $"The artifact of {candidate.Model.Name} ({digest.Source} {digest.Value}) is in quarantine since rollout {entry.Rollout}: {Journal.Trimmed(entry.Reason)}. Give overrideQuarantine a reason to roll it out all the same.");
    }
}
