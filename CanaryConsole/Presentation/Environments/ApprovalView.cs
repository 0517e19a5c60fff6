using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Environments;

/// <summary>Who has approved the start of a rollout, and who may.</summary>
/// <param name="Title">"1 of 2 approvals, not your own".</param>
/// <param name="Who">Who may still approve, as a sentence; null once nobody must.</param>
public sealed record ApprovalView(string Title, IReadOnlyList<Approval> Given, string? Who)
{
    /// <summary>Null where nobody must approve.</summary>
    public static ApprovalView? Of(RolloutState state)
    {
        var needed = state.Plan.ApprovalsNeeded;
        if (needed == 0)
        {
            return null;
        }

        var others = state.Plan.Environment is { Approvals: > 0, SelfApproval: false };
        return new ApprovalView(
            $"{CountText.Of(state.Approvals.Count)} of {CountText.Of(needed, "approval", "approvals")}{(others ? ", not your own" : "")}",
            state.Approvals,
            state.Phase is not RolloutPhase.AwaitingApproval ? null
                : others ? $"Anybody may approve but {string.Join(", ", state.Approvals.Select(approval => approval.Actor).Prepend(Starter(state)).Distinct(StringComparer.OrdinalIgnoreCase))}."
                : state.Approvals.Count > 0 ? $"Anybody may approve but {string.Join(", ", state.Approvals.Select(approval => approval.Actor))}."
                : "Anybody may approve.");
    }

    /// <summary>The person who started it: behind a wave, whoever started the wave.</summary>
    public static string Starter(RolloutState state) => state.Plan.OnBehalfOf ?? state.StartedBy;
}
