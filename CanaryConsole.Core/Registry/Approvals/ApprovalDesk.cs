using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Registry.Approvals;

internal sealed class ApprovalDesk(IPackageCatalog catalog, IPackageApproval approvals, IArtifactDigests digests, ApprovalLog log) : IApprovalDesk
{
    private const int LongestComment = 1_024;

    public async Task<PackageApprovals?> ReadAsync(string group, int version, CancellationToken cancellationToken) =>
        await catalog.DescribeAsync(group, version, cancellationToken).ConfigureAwait(false) is { } description
            ? await WithHistoryAsync(description, cancellationToken).ConfigureAwait(false)
            : null;

    public async Task<ApprovalResult> SetAsync(ApprovalRequest request, string actor, CancellationToken cancellationToken)
    {
        var comment = string.Join(' ', (request.Comment ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (comment.Length > LongestComment)
        {
            return Refused(RefusalKind.Invalid, "comment", $"comment has {comment.Length} characters; it may have {LongestComment}.");
        }

        if (request.Approval is ModelApproval.Rejected && comment.Length == 0)
        {
            return Refused(RefusalKind.Invalid, "comment", "comment is missing; a rejection says why.");
        }

        try
        {
            return await SetAsync(request, comment, actor, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<ApprovalResult> SetAsync(ApprovalRequest request, string comment, string actor, CancellationToken cancellationToken)
    {
        var (group, version) = (request.Group, request.Version);
        var (_, expected) = await log.ReadAsync(group, version, cancellationToken).ConfigureAwait(false);
        if (await catalog.DescribeAsync(group, version, cancellationToken).ConfigureAwait(false) is not { } seen)
        {
            return Refused(RefusalKind.NotFound, "version", $"version is {version}; group {group} has no such version.");
        }

        if (ApprovalConflict.Of(request, seen) is { } conflict)
        {
            return Refused(RefusalKind.Conflict, "expectedStatus", conflict);
        }

        var binding = request.Approval is ModelApproval.Approved ? await BindingAsync(seen, cancellationToken).ConfigureAwait(false) : null;
        var asked = new ApprovalEvent.ApprovalAsked(request.Approval, comment, seen.Package.Approval, binding);
        if (!await log.TryAppendAsync(group, version, expected, asked, actor, cancellationToken).ConfigureAwait(false))
        {
            return Refused(RefusalKind.Conflict, "expectedStatus", $"Somebody else set the approval of {group} v{version} at the same moment; nothing was changed. Look at it again.");
        }

        var (outcome, refusal) = await WriteAsync(seen, request, comment, cancellationToken).ConfigureAwait(false);
        await log.TryAppendAsync(group, version, expected + 1, outcome, actor, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        return await ReadAsync(group, version, cancellationToken).ConfigureAwait(false) is { } now
            ? new ApprovalResult.Accepted(now)
            : Refused(RefusalKind.NotFound, "version", $"{group} v{version} was deleted right after it was {ApprovalConflict.Word(request.Approval)}.");
    }

    /// <summary>SageMaker has no conditional write: what was seen is compared once more right before it, and read back after.</summary>
    private async Task<(ApprovalEvent Outcome, ApprovalResult.Refused? Refusal)> WriteAsync(
        PackageDescription seen, ApprovalRequest request, string comment, CancellationToken cancellationToken)
    {
        try
        {
            var before = await catalog.DescribeAsync(request.Group, request.Version, cancellationToken).ConfigureAwait(false);
            if (before is null || before.LastModified != seen.LastModified || before.Package.Approval != seen.Package.Approval || before.Content != seen.Content)
            {
                var conflict = before is null ? $"{request.Group} v{request.Version} was deleted in the meantime." : ApprovalConflict.Changed(before);
                return (new ApprovalEvent.ApprovalNotSet(conflict), Refused(RefusalKind.Conflict, "expectedStatus", conflict));
            }

            await approvals.SetAsync(seen.Package.Arn, request.Approval, comment, cancellationToken).ConfigureAwait(false);
            var after = await catalog.FindAsync(request.Group, request.Version, cancellationToken).ConfigureAwait(false);
            if (after?.Approval == request.Approval)
            {
                return (new ApprovalEvent.ApprovalSet(request.Approval), null);
            }

            var other = $"{request.Group} v{request.Version} shows {after?.Approval.ToString() ?? "nothing"} right after it was {ApprovalConflict.Word(request.Approval)}; somebody else was quicker.";
            return (new ApprovalEvent.ApprovalNotSet(other), Refused(RefusalKind.Conflict, "expectedStatus", other));
        }
        catch (CloudException failure)
        {
            return (new ApprovalEvent.ApprovalNotSet(failure.Message), Refused(RefusalKind.Unavailable, null, failure.Message));
        }
    }

    private async Task<PackageApprovals> WithHistoryAsync(PackageDescription description, CancellationToken cancellationToken)
    {
        var (events, _) = await log.ReadAsync(description.Package.Group, description.Package.Version, cancellationToken).ConfigureAwait(false);
        var history = ApprovalHistory.Of(events);
        return new PackageApprovals(description, [.. history.Reverse()], await StandingAsync(description, history, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ApprovalStanding> StandingAsync(PackageDescription description, IReadOnlyList<ApprovalEntry> history, CancellationToken cancellationToken)
    {
        if (description.Package.Approval is not ModelApproval.Approved)
        {
            return new ApprovalStanding.NotApproved(description.Package.Approval);
        }

        if (ApprovalStanding.Binding(description, history) is not { } entry)
        {
            return new ApprovalStanding.Outside();
        }

        try
        {
            return ApprovalStanding.Of(entry, await BindingAsync(description, cancellationToken).ConfigureAwait(false));
        }
        catch (CloudException failure)
        {
            return new ApprovalStanding.Unchecked(entry, failure.Message);
        }
    }

    // The package's own note of its artifact does not move with the artifact: only its store tells.
    private async Task<ApprovalBinding> BindingAsync(PackageDescription description, CancellationToken cancellationToken) => ApprovalBinding.Of(
        description, await digests.FindAsync(packageArn: null, description.Package.ArtifactUri, cancellationToken).ConfigureAwait(false));

    private static ApprovalResult.Refused Refused(RefusalKind kind, string? field, string reason) => new(kind, field, reason);
}
