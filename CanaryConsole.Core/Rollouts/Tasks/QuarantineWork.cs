using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Rejects the package that failed and has its artifact refused from now on.</summary>
internal sealed class QuarantineWork(QuarantineLog log, IArtifactDigests digests, IPackageRejection packages, ApprovalLog approvals) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) =>
        task is RolloutTask.Quarantine && state.Plan.Surroundings is { } around ? RejectAsync(state, around, cancellationToken) : null;

    private async Task<TaskOutcome> RejectAsync(RolloutState state, RolloutSurroundings around, CancellationToken cancellationToken)
    {
        var reason = state.Reason ?? "it was rolled back by itself";
        var digest = await digests.FindAsync(around.PackageArn, around.ArtifactUri, cancellationToken).ConfigureAwait(false);
        if (digest is not null)
        {
            await log.AddAsync(new QuarantineEntry(digest, state.Id, state.Plan.Challenger.ModelName, reason), cancellationToken).ConfigureAwait(false);
        }

        if (around.PackageArn is { } package)
        {
            await packages.RejectAsync(package, $"Rolled back by CanaryConsole, rollout {state.Id}: {reason}", cancellationToken).ConfigureAwait(false);
            if (state.Plan.Challenger is { PackageGroup: { } group, PackageVersion: { } version })
            {
                await approvals.AddAsync(group, version, new ApprovalEvent.RejectedByRollout(state.Id.Value, reason), RolloutInput.Monitor, cancellationToken).ConfigureAwait(false);
            }
        }

        var artifact = digest is null ? "its artifact has no digest to refuse" : $"artifact {digest.Value} ({digest.Source}) is refused";
        return new TaskOutcome(around.PackageArn is null ? artifact : $"the package is rejected; {artifact}");
    }
}
