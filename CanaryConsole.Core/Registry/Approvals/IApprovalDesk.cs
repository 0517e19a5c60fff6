using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>Where versions are approved and rejected.</summary>
public interface IApprovalDesk
{
    /// <summary>Null where there is no such version.</summary>
    /// <exception cref="CloudException">The registry did not answer.</exception>
    /// <exception cref="Storage.StoreException">The console's own history could not be read.</exception>
    Task<PackageApprovals?> ReadAsync(string group, int version, CancellationToken cancellationToken);

    /// <summary>Sets the approval unless somebody else changed the version since it was looked at. Every failure is a refusal.</summary>
    Task<ApprovalResult> SetAsync(ApprovalRequest request, string actor, CancellationToken cancellationToken);
}

/// <summary>A version with what was said of it.</summary>
/// <param name="History">What was said in this console, newest first.</param>
public sealed record PackageApprovals(PackageDescription Description, IReadOnlyList<ApprovalEntry> History, ApprovalStanding Standing);

/// <param name="Comment">At most 1,024 characters; a rejection needs one.</param>
/// <param name="ExpectedStatus">What whoever asks saw; null to set it whatever it is.</param>
/// <param name="ExpectedModified">When the version had last been changed, as whoever asks saw it; null not to compare.</param>
public sealed record ApprovalRequest(
    string Group, int Version, ModelApproval Approval, string? Comment, ModelApproval? ExpectedStatus = null, DateTimeOffset? ExpectedModified = null);

public abstract record ApprovalResult
{
    private ApprovalResult()
    {
    }

    public sealed record Accepted(PackageApprovals Now) : ApprovalResult;

    /// <param name="Field">"group", "version", "comment" or "expectedStatus"; null where no field is at fault.</param>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : ApprovalResult;
}
