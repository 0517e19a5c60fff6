using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>What a plan will do, before anybody lets it.</summary>
/// <param name="Plan">As it would be recorded.</param>
/// <param name="Changes">Everything that will be created, changed or removed, in the order it happens.</param>
/// <param name="Timeline">When each stage begins if nothing holds it and it started at <paramref name="From"/>.</param>
/// <param name="Rollback">How the traffic comes back, one sentence a step, in order.</param>
/// <param name="Approvals">Who must say yes before the start and on the way, as sentences; none where nobody must.</param>
public sealed record PlanReview(
    RolloutPlan Plan,
    DateTimeOffset From,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<PlannedStage> Timeline,
    IReadOnlyList<string> Rollback,
    IReadOnlyList<string> Approvals);

/// <summary>One resource that a rollout touches.</summary>
/// <param name="Resource">Its kind in SageMaker's words, as in "Endpoint configuration".</param>
/// <param name="Name">Its name, or how it will be called.</param>
/// <param name="Before">What is now, a line for each property; null for what is created.</param>
/// <param name="After">What will be; null for what is removed.</param>
/// <param name="When">As in "before traffic", "at 5 %", "after the soak", "on rollback only".</param>
public sealed record PlannedChange(ChangeKind Kind, string Resource, string Name, string? Before, string? After, string When);

public enum ChangeKind
{
    Create,
    Change,
    Remove,
}

/// <summary>One stage of the plan with what it exposes.</summary>
/// <param name="Name">As in "5 %", "soak".</param>
/// <param name="Share">The challenger's share.</param>
/// <param name="At">When it begins at the earliest.</param>
/// <param name="For">How long it lasts at least; null for a gate.</param>
/// <param name="Requests">How many requests get the challenger's answer in it, by the endpoint's own traffic; null where that is not known.</param>
/// <param name="Users">How many different users at most, where the gateway sees them; null where that is not known.</param>
public sealed record PlannedStage(string Name, Percentage Share, DateTimeOffset At, TimeSpan? For, long? Requests, long? Users);
