using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A hand on the steps: skip, jump, start over, extend. More traffic needs evidence that nothing is wrong; less traffic needs nothing.</summary>
internal static class StepDecisions
{
    public static Decision Skip(RolloutState state, RolloutInput.SkipStep skip)
    {
        if ((CommandDecisions.Elsewhere(state, "skip its step", SharesTraffic(state) && state.CurrentStep is not null, "only a step that bakes, waits at its gate or is paused can be skipped")
            ?? Unproven(state, "skip its step", skip.Assessments, everything: state.Step + 1 >= state.Plan.Steps.Count)) is { } refused)
        {
            return refused;
        }

        return Decision.Of(
            new RolloutEvent.StepEvent.StepSkipped(state.Step, skip.Reason),
            NextShare.After(state, $"step skipped by {skip.Actor}"));
    }

    public static Decision Jump(RolloutState state, RolloutInput.JumpToStep jump)
    {
        if (Movable(state, "jump to another step") is { } refused)
        {
            return refused;
        }

        return jump.Step < 0 || jump.Step >= state.Plan.Steps.Count
            ? new Decision.Refused($"Rollout {state.Id} has no step {jump.Step + 1}: its steps are 1 to {state.Plan.Steps.Count}.")
            : Go(state, jump.Step, jump.Actor, "jump to that step", jump.Assessments, new RolloutEvent.StepEvent.StepJumped(state.Step, jump.Step, jump.Reason));
    }

    public static Decision Restart(RolloutState state, RolloutInput.RestartSteps restart) =>
        Movable(state, "start its steps over")
        ?? Go(state, 0, restart.Actor, "start its steps over", restart.Assessments, new RolloutEvent.StepEvent.StepsRestarted(restart.Reason));

    public static Decision Extend(RolloutState state, RolloutInput.ExtendBake extend)
    {
        var counts = state.Phase is RolloutPhase.Baking or RolloutPhase.Soaking
            || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.Soaking };
        if (CommandDecisions.Elsewhere(state, "extend its bake", counts, "only a bake or a soak has time to extend") is { } refused)
        {
            return refused;
        }

        if (extend.By < RolloutDefaults.LeastExtension || extend.By > RolloutDefaults.MostExtension)
        {
            return new Decision.Refused($"An extension of {Journal.Lasting(extend.By)} is not between 1 minute and 7 days.");
        }

        var total = state.PlannedBake + state.Extension + extend.By;
        return total > RolloutDefaults.LongestBake
            ? new Decision.Refused($"The bake would last {Journal.Lasting(total)}, and 14 days is the most: {Journal.Lasting(RolloutDefaults.LongestBake - state.PlannedBake - state.Extension)} are left.")
            : Decision.Of(new RolloutEvent.StepEvent.BakeExtended(extend.By, extend.Reason));
    }

    private static Decision Go(
        RolloutState state, int step, string actor, string what, IReadOnlyList<GuardrailAssessment> assessments, RolloutEvent.StepEvent chosen)
    {
        var share = state.Plan.Steps[step].Share;
        var refused = share > state.ChallengerShare ? Unproven(state, what, assessments, everything: false) : null;
        return (Decision?)refused ?? Decision.Of(chosen, new RolloutEvent.StepStarted(step, share, $"chosen by {actor}"));
    }

    private static Decision.Refused? Movable(RolloutState state, string what) =>
        CommandDecisions.Elsewhere(state, what, SharesTraffic(state) || IsSoaking(state), "only a rollout whose challenger has traffic can move between its steps")
        ?? (state.Plan.Steps.Count == 0 ? CommandDecisions.Refuse(state, what, "its plan has no steps") : null);

    /// <summary>More traffic takes guardrails that see and see no breach; all of it takes what a promotion takes.</summary>
    private static Decision.Refused? Unproven(RolloutState state, string what, IReadOnlyList<GuardrailAssessment> assessments, bool everything)
    {
        if (ReadinessDecisions.Refusal(state, what) is { } unready)
        {
            return unready;
        }

        if (assessments.Count == 0 && state.Plan.Guardrails.Any(guardrail => guardrail.Enforcing))
        {
            return CommandDecisions.Refuse(state, what, "its guardrails have seen nothing yet");
        }

        var open = GuardVoices.Open(assessments, verdict => verdict switch
        {
            Verdict.Healthy => false,
            Verdict.Inconclusive => everything,
            _ => true,
        });
        return open is null ? null : CommandDecisions.Refuse(state, what, open);
    }

    private static bool SharesTraffic(RolloutState state) => state.Phase is RolloutPhase.Baking or RolloutPhase.AtGate
        || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.AtGate };

    private static bool IsSoaking(RolloutState state) => state.Phase is RolloutPhase.Soaking || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Soaking };
}
