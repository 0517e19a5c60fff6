using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>How a rollout ends: at once, or by way of putting back what it changed around the traffic.</summary>
internal static class Endings
{
    public static IReadOnlyList<RolloutEvent> Complete(RolloutState state, IReadOnlyList<GuardrailAssessment> evidence) => HasNothingToRestore(state)
        ? [new RolloutEvent.RolloutCompleted(evidence)]
        : [new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Completed, Evidence: evidence)];

    /// <summary>The challenger was read back at 0.</summary>
    public static IReadOnlyList<RolloutEvent> RollBack(RolloutState state, TimeSpan took) => HasNothingToRestore(state)
        ? [new RolloutEvent.RolledBack(took)]
        : [new RolloutEvent.TaskEvent.TrafficReturned(took), new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.RolledBack)];

    public static IReadOnlyList<RolloutEvent> Cancel(RolloutState state, string reason) => HasNothingToRestore(state)
        ? [new RolloutEvent.RolloutCancelled(reason)]
        : [new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Cancelled, reason)];

    /// <summary>The last event, once nothing is left to put back.</summary>
    public static RolloutEvent Last(RolloutState state, IReadOnlyList<GuardrailAssessment>? evidence) => state.Ending switch
    {
        RolloutPhase.RolledBack => new RolloutEvent.RolledBack(state.TrafficBackAfter ?? TimeSpan.Zero, Restored: true),
        RolloutPhase.Cancelled => new RolloutEvent.RolloutCancelled(state.Reason ?? "cancelled"),
        _ => new RolloutEvent.RolloutCompleted(evidence),
    };

    // The picture is taken before anything is changed; a managed deployment's alarms are made after it, and outlive a plan without one.
    private static bool HasNothingToRestore(RolloutState state) => state is { Before: null, Managed: null or { AlarmsRequestedAt: null } };
}
