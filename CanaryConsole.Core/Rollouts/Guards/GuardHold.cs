using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>
/// What holds a rollout where it is and calls a person once, and takes no traffic back: a cause that the champion shares, and the breach of a guardrail that
/// only warns. While it lasts the step's clock stands, its deadline with it.
/// </summary>
internal static class GuardHold
{
    private const string SharedCause = "shared cause";
    private const string Warning = "warning: ";

    /// <summary>Where a step is held; null where nothing holds it, and nothing did.</summary>
    public static Decision? Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (Find(state, observed) is { } hold)
        {
            return string.Equals(state.HoldTopic, hold.Topic, StringComparison.Ordinal)
                ? Decision.Nothing
                : Decision.Of(new RolloutEvent.StepHeld(hold.Topic, hold.Why), new RolloutEvent.AttentionRequested(hold.Asked));
        }

        return IsOne(state.HoldTopic) && observed.Assessments.Count > 0
            ? Decision.Of(new RolloutEvent.StepEvent.HoldLifted(
                state.HoldTopic == SharedCause ? "the shared cause is over" : "the warning is over",
                state.HeldSince is { } since && state.BakeStart is not null ? observed.At - since : null))
            : null;
    }

    /// <summary>Where nothing can be held any more, or is held already; null where there is nothing to call a person for, or one was called.</summary>
    public static Decision? Page(RolloutState state, RolloutInput.Observe observed) =>
        !state.Paged && Find(state, observed) is { } hold ? Decision.Of(new RolloutEvent.AttentionRequested(hold.Asked)) : null;

    /// <summary>More traffic by hand is refused as well; null where nothing is held.</summary>
    public static Decision.Refused? Refusal(RolloutState state, string what) => IsOne(state.HoldTopic)
        ? CommandDecisions.Refuse(state, what, $"it is held for a {(state.HoldTopic == SharedCause ? SharedCause : "warning")}")
        : null;

    private static (string Topic, string Why, string Asked)? Find(RolloutState state, RolloutInput.Observe observed)
    {
        if (observed.Assessments.FirstOrDefault(assessment => assessment is { Guardrail.Enforcing: true, Verdict: Verdict.SharedCause }) is { } shared)
        {
            var why = $"{shared.Guardrail.Name}: {shared.Verdict.Reason}";
            return (SharedCause, why, $"{why}; nothing is rolled back for it, and nothing goes on while it lasts");
        }

        var warned = GuardVoices.Breached(state, observed).FirstOrDefault(one => one.Guardrail.Severity is Severity.Warning);
        return warned.Guardrail is null
            ? null
            : (Warning + warned.Guardrail.Name, $"{warned.Guardrail.Name}: {warned.Reason}", $"{warned.Guardrail.Name}: {warned.Reason}; it only warns, so roll back by hand or wait until it is over");
    }

    private static bool IsOne(string? topic) => topic == SharedCause || topic?.StartsWith(Warning, StringComparison.Ordinal) == true;
}
