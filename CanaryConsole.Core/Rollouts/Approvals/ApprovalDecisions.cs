using System.Globalization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Whose yes counts before anything is prepared. Pure.</summary>
public static class ApprovalDecisions
{
    /// <summary>Why this person's approval of the start would not be taken, as a clause; null where it would. Asked by the buttons as well.</summary>
    public static string? Objection(RolloutState state, string actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Approvals.FirstOrDefault(approval => ActorName.AreSame(approval.Actor, actor)) is { } own)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{own.Actor} has approved it already, at {own.At.UtcDateTime:HH:mm} UTC; {Missing(state)} of other people");
        }

        var starter = state.Plan.OnBehalfOf ?? state.StartedBy;
        return state.Plan.Environment is { Approvals: > 0, SelfApproval: false } environment && ActorName.AreSame(starter, actor)
            ? $"{starter} started it, and {environment.Name} takes no approval of whoever did; {Missing(state)} of other people"
            : null;
    }

    internal static Decision Start(RolloutState state, RolloutInput.Approve approve)
    {
        if (Objection(state, approve.Actor) is { } objection)
        {
            return CommandDecisions.Refuse(state, "be approved", objection);
        }

        var approved = new RolloutEvent.RolloutApproved(approve.Comment, state.PlanDigest);
        return state.ApprovalsMissing > 1 ? Decision.Of(approved) : Decision.Of(approved, new RolloutEvent.PreparationStarted());
    }

    /// <summary>A yes to another plan than this one counts for nothing, at the start and at a gate.</summary>
    internal static Decision.Refused? OtherPlan(RolloutState state, RolloutInput.Approve approve) =>
        approve.PlanDigest is { } seen && !string.Equals(seen, state.PlanDigest, StringComparison.OrdinalIgnoreCase)
            ? CommandDecisions.Refuse(state, "be approved", $"the plan that was approved has the digest {Short(seen)}, this one has {Short(state.PlanDigest)}; look at it again")
            : null;

    private static string Missing(RolloutState state) => state.ApprovalsMissing == 1 ? "it needs one approval" : string.Create(CultureInfo.InvariantCulture, $"it needs {state.ApprovalsMissing} approvals");

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;
}
