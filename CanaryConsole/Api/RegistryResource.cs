using System.Diagnostics;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Api;

/// <summary>The model package groups.</summary>
internal sealed record GroupList(IReadOnlyList<string> Groups);

/// <summary>A page of a group's versions, newest first.</summary>
/// <param name="Next">Asks for the page after this one, as ?after=; absent at the end.</param>
/// <param name="Total">How many there are over all pages; absent where only reading them all would tell.</param>
internal sealed record PackageList(string Group, IReadOnlyList<ModelPackage> Packages, string? Next, int? Total);

/// <summary>What becomes of an approval.</summary>
internal sealed record VersionApprovalBody
{
    /// <summary>"approved", "rejected" or "pending".</summary>
    public required string Status { get; init; }

    /// <summary>At most 1,024 characters; a rejection needs one.</summary>
    public string? Comment { get; init; }

    /// <summary>The status that was seen; where it is another by now nothing is changed.</summary>
    public string? ExpectedStatus { get; init; }
}

/// <summary>What was found of a training run.</summary>
/// <param name="Found">The version to roll out; absent where it is not clear, or there is none.</param>
/// <param name="Packages">The versions that carry the id and are weighed against each other, where none was found.</param>
internal sealed record CandidateResource(ModelPackage? Found, IReadOnlyList<ModelPackage> Packages, string Reason);

/// <summary>One version with what was said of it.</summary>
/// <param name="ApprovalComment">What SageMaker keeps as the latest comment.</param>
/// <param name="Standing">"notApproved", "bound", "outside", "void" or "unchecked".</param>
/// <param name="StandingReason">Why it is void, or could not be checked.</param>
/// <param name="History">What was said in this console, newest first.</param>
internal sealed record VersionResource(
    ModelPackage Package, string? ApprovalComment, DateTimeOffset? LastModified, string? LastModifiedBy, string Standing, string? StandingReason, IReadOnlyList<ApprovalEntry> History)
{
    public static VersionResource Of(PackageApprovals approvals)
    {
        var (description, standing) = (approvals.Description, Said(approvals.Standing));
        return new VersionResource(
            description.Package, description.ApprovalComment, description.LastModified, description.LastModifiedBy, standing.Word, standing.Reason, approvals.History);
    }

    private static (string Word, string? Reason) Said(ApprovalStanding standing) => standing switch
    {
        ApprovalStanding.NotApproved => ("notApproved", null),
        ApprovalStanding.Bound => ("bound", null),
        ApprovalStanding.Outside => ("outside", null),
        ApprovalStanding.Void gone => ("void", gone.Why),
        ApprovalStanding.Unchecked open => ("unchecked", open.Problem),
        _ => throw new UnreachableException(),
    };
}
