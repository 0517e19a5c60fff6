using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What a person may do to the steps now. It only spares them a refusal: the engine is the judge.</summary>
public sealed record StepActions(Offer Skip, Offer Jump, Offer Extend, Offer Restart)
{
    public static StepActions None { get; } = new(Offer.Hidden, Offer.Hidden, Offer.Hidden, Offer.Hidden);

    public bool Any => Skip.Shown || Jump.Shown || Extend.Shown || Restart.Shown;

    /// <param name="holdsStep">The rollout bakes a step, waits at its gate, or is paused in one.</param>
    internal static StepActions For(RolloutSnapshot rollout, bool holdsStep)
    {
        var state = rollout.State;
        var soaks = state.Phase is RolloutPhase.Soaking || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Soaking };
        var movable = state.Plan.Steps.Count > 0 && (holdsStep || soaks);
        return new(
            Skip: holdsStep ? Skipping(rollout) : Offer.Hidden,
            Jump: Offer.When(movable && (state.Plan.Steps.Count > 1 || soaks)),
            Extend: Offer.When(state.Phase is RolloutPhase.Baking or RolloutPhase.Soaking || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.Soaking }),
            Restart: Offer.When(movable && state.Step > 0));
    }

    private static Offer Skipping(RolloutSnapshot rollout)
    {
        if (rollout.Assessments.Count == 0 && rollout.State.Plan.Guardrails.Any(guardrail => guardrail.Enforcing))
        {
            return Offer.Later("When the guardrails have been looked at once");
        }

        var everything = rollout.State.Step + 1 >= rollout.State.Plan.Steps.Count;
        var open = GuardWords.Enforcing(rollout.Assessments)
            .FirstOrDefault(assessment => assessment.Verdict is not Verdict.Healthy && (everything || assessment.Verdict is not Verdict.Inconclusive));
        return open is null ? Offer.Ready : Offer.Later($"Not while \"{open.Guardrail.Name}\" {VerdictWords.Stands(open.Verdict)}");
    }
}
