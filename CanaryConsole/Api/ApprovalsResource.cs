using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>Approvals of a rollout's start; those of gates are events.</summary>
/// <param name="Needed">How many different people.</param>
/// <param name="Missing">How many still must; 0 once it has started.</param>
/// <param name="SelfApproval">Whether whoever started it may be one of them.</param>
/// <param name="Given">In the order they came.</param>
internal sealed record ApprovalsResource(int Needed, int Missing, bool SelfApproval, IReadOnlyList<ApprovalResource> Given)
{
    /// <summary>Null where nobody must approve.</summary>
    public static ApprovalsResource? Of(RolloutState state) => state.Plan.ApprovalsNeeded is > 0 and var needed
        ? new(
            needed,
            state.ApprovalsMissing,
            state.Plan.Environment is not { Approvals: > 0, SelfApproval: false },
            [.. state.Approvals.Select(approval => new ApprovalResource(approval.Actor, approval.At, approval.Comment, approval.PlanDigest))])
        : null;
}

/// <summary>One person's yes, by the name they gave.</summary>
internal sealed record ApprovalResource(string Actor, DateTimeOffset At, string? Comment, string? PlanDigest);
