namespace CanaryConsole.Core.Rollouts;

/// <summary>One person's yes to the start.</summary>
/// <param name="PlanDigest">Of the plan that was approved; null in streams of older consoles.</param>
/// <param name="Before">The one before it; null for the first.</param>
public sealed record Approval(string Actor, DateTimeOffset At, string? Comment, string? PlanDigest, Approval? Before = null);

/// <summary>Who has approved the start.</summary>
public sealed partial record RolloutState
{
    /// <summary>The newest yes to the start, with those before it; approvals of gates are not among them. Null before the first.</summary>
    public Approval? LatestApproval { get; init; }

    /// <summary>The same as a list, in the order they came.</summary>
    public IReadOnlyList<Approval> Approvals
    {
        get
        {
            var approvals = new List<Approval>();
            for (var at = LatestApproval; at is not null; at = at.Before)
            {
                approvals.Insert(0, at);
            }

            return approvals;
        }
    }

    /// <summary>How many people must still approve before anything is prepared; 0 once they have, and where nobody must.</summary>
    public int ApprovalsMissing => Phase is RolloutPhase.Planned or RolloutPhase.AwaitingApproval ? Math.Max(0, Plan.ApprovalsNeeded - Approvals.Count) : 0;
}
