using System.Globalization;

namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>What somebody else did to a version between the look and the press. Pure.</summary>
internal static class ApprovalConflict
{
    /// <summary>Null where the version is as it was seen.</summary>
    public static string? Of(ApprovalRequest request, PackageDescription now) =>
        (request.ExpectedStatus is { } status && status != now.Package.Approval)
        || (request.ExpectedModified is { } modified && modified != now.LastModified)
            ? Changed(now)
            : null;

    public static string Changed(PackageDescription now)
    {
        var who = now.LastModifiedBy is { } by ? $" by {by}" : "";
        var when = now.LastModified is { } at ? string.Create(CultureInfo.InvariantCulture, $" at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";
        var said = now.ApprovalComment is { Length: > 0 } comment ? $", with \"{comment}\"" : "";
        return $"{now.Package.Group} v{now.Package.Version} was changed{who}{when} in the meantime and is {Word(now.Package.Approval)} now{said}; nothing was changed here. Look at it again.";
    }

    public static string Word(ModelApproval approval) => approval switch
    {
        ModelApproval.Approved => "approved",
        ModelApproval.PendingManualApproval => "pending",
        ModelApproval.Rejected => "rejected",
    };
}
