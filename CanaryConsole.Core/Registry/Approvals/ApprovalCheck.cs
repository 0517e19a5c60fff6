using System.Globalization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>Refuses a version that was approved in this console and is another now.</summary>
internal sealed class ApprovalCheck(IPackageCatalog catalog, IArtifactDigests digests, ApprovalLog log)
{
    /// <exception cref="PlanProblemException">The approval is void.</exception>
    /// <exception cref="CloudException">Package or artifact could not be read.</exception>
    /// <exception cref="Storage.StoreException">The approvals could not be read.</exception>
    public async Task PassAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.Package is not { Approval: ModelApproval.Approved } package)
        {
            return;
        }

        var (events, _) = await log.ReadAsync(package.Group, package.Version, cancellationToken).ConfigureAwait(false);
        if (events.Count == 0
            || await catalog.DescribeAsync(package.Group, package.Version, cancellationToken).ConfigureAwait(false) is not { } description
            || ApprovalStanding.Binding(description, ApprovalHistory.Of(events)) is not { } entry)
        {
            return;
        }

        var artifact = await digests.FindAsync(packageArn: null, description.Package.ArtifactUri, cancellationToken).ConfigureAwait(false);
        if (ApprovalStanding.Of(entry, ApprovalBinding.Of(description, artifact)) is ApprovalStanding.Void stale)
        {
            throw new PlanProblemException(
                RefusalKind.Conflict,
                "packageVersion",
                string.Create(CultureInfo.InvariantCulture, $"{package.Group} v{package.Version} was approved by {entry.Actor} at {entry.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, and {stale.Why}: the approval is void. Look at it and approve it again."));
        }
    }
}
