namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>What a version's approval is worth now.</summary>
public abstract record ApprovalStanding
{
    private ApprovalStanding()
    {
    }

    /// <summary>It waits for a person, or was rejected.</summary>
    public sealed record NotApproved(ModelApproval Approval) : ApprovalStanding;

    /// <summary>Approved in this console, and still the same package and artifact.</summary>
    public sealed record Bound(ApprovalEntry Entry) : ApprovalStanding;

    /// <summary>Approved in the registry by somebody else's hand: nothing says of what content.</summary>
    public sealed record Outside : ApprovalStanding;

    /// <summary>Approved in this console, and changed since.</summary>
    /// <param name="Why">The end of a sentence: "its artifact has changed since".</param>
    public sealed record Void(ApprovalEntry Entry, string Why) : ApprovalStanding;

    /// <summary>Approved in this console; whether it is still the same artifact could not be read.</summary>
    public sealed record Unchecked(ApprovalEntry Entry, string Problem) : ApprovalStanding;

    /// <summary>The approval that a rollout must still find as it was; null where there is none of this console.</summary>
    internal static ApprovalEntry? Binding(PackageDescription description, IReadOnlyList<ApprovalEntry> entries) =>
        description.Package.Approval is ModelApproval.Approved
        && ApprovalHistory.Latest(entries, description) is { Approval: ModelApproval.Approved, Binding: not null } latest
            ? latest
            : null;

    internal static ApprovalStanding Of(ApprovalEntry entry, ApprovalBinding now) =>
        entry.Binding!.Difference(now) is { } why ? new Void(entry, why) : new Bound(entry); // Never null: it is what made the entry a binding one.
}
