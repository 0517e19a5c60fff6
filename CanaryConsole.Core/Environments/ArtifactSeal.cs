using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>Ties approvals to the very bytes they were given for: the artifact's digest is in the plan, and a yes to other bytes is none.</summary>
internal sealed class ArtifactSeal(IArtifactDigests digests)
{
    /// <summary>The digest of the challenger's artifact now; null where nobody tells one.</summary>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    public async Task<ArtifactDigest?> ReadAsync(RolloutPlan plan, CancellationToken cancellationToken) => plan.Surroundings is { } around
        ? await digests.FindAsync(around.PackageArn, around.ArtifactUri, cancellationToken).ConfigureAwait(false)
        : null;

    /// <summary>Why the plan's artifact is not what it was when it was planned, as a clause; null while it is, and for plans without a digest.</summary>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    public async Task<string?> BrokenAsync(RolloutPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Environment?.Artifact is not { } planned)
        {
            return null;
        }

        var now = await ReadAsync(plan, cancellationToken).ConfigureAwait(false);
        return now == planned
            ? null
            : $"the artifact of {plan.Challenger.ModelName} was {planned.Source} {planned.Value} when this was planned and is {(now is null ? "not to be found" : $"{now.Source} {now.Value}")} now; cancel it and start a new one";
    }
}
