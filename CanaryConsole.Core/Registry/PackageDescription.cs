namespace CanaryConsole.Core.Registry;

/// <summary>All that SageMaker says of a version at one moment.</summary>
/// <param name="Content">What an approval speaks of: inference specification, source and metadata, in one order; the same text means the same content.</param>
/// <param name="ApprovalComment">What was said with the latest approval or rejection.</param>
/// <param name="LastModified">Moves with every change, the approval's included.</param>
/// <param name="LastModifiedBy">A user profile or an ARN.</param>
public sealed record PackageDescription(ModelPackage Package, string Content, string? ApprovalComment, DateTimeOffset? LastModified, string? LastModifiedBy)
{
    public string? CreatedBy { get; init; }

    /// <summary>As SageMaker calls it: Completed, InProgress, Failed.</summary>
    public string? Status { get; init; }

    /// <summary>As in "PYTORCH 2.4".</summary>
    public string? Framework { get; init; }

    public string? ImageDigest { get; init; }

    /// <summary>JSON of at most 100,000 characters, or what of it fits; null without one.</summary>
    public string? ModelCard { get; init; }

    /// <summary>As SageMaker calls it: Draft, PendingReview, Approved, Archived.</summary>
    public string? ModelCardStatus { get; init; }
}
