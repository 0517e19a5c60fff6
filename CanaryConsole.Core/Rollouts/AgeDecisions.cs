using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The watch on how long a rollout has stood where it should go on by itself, by the wall clock and whatever it waits for. It calls a person, once.</summary>
internal static class AgeDecisions
{
    /// <summary>What the look decided, or a call for help where it decided nothing for too long.</summary>
    public static Decision Watch(RolloutState state, RolloutInput.Observe observed, Decision decided) =>
        decided is Decision.Accepted { Events.Count: 0 } && !state.Paged && Overdue(state, observed) is { } why
            ? Decision.Of(new RolloutEvent.AttentionRequested(why))
            : decided;

    private static string? Overdue(RolloutState state, RolloutInput.Observe observed)
    {
        var (since, limit, what) = state switch
        {
            { Phase: RolloutPhase.SmokeTesting } => (state.PhaseSince, RolloutDefaults.SmokeTestOverdue, "the smoke test"),
            // Traffic stands at a share that nobody can move while the endpoint takes no change.
            { Phase: RolloutPhase.Baking or RolloutPhase.Soaking, HoldTopic: not null, HeldSince: { } held } when observed.Endpoint is not { Status: EndpointStatus.InService } =>
                (held, RolloutDefaults.PageAfter, "the step is held, which"),
            _ => default,
        };
        return what is not null && observed.At - since >= limit
            ? $"{what} takes longer than {limit.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"
            : null;
    }
}
