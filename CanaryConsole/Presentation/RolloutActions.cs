using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What a person may do to a rollout now. It only spares them a refusal: the engine is the judge.</summary>
public sealed record RolloutActions(
    Offer Approve,
    Offer Resume,
    Offer Pause,
    Offer Promote,
    Offer MoveShare,
    Offer Cancel,
    Offer RollBack)
{
    /// <summary>The other answer where approval is asked for.</summary>
    public Offer Refuse { get; init; }

    /// <summary>What is done now and then, behind a menu.</summary>
    public StepActions Steps { get; init; } = StepActions.None;

    public bool Any => Steps.Any || Approve.Shown || Resume.Shown || Pause.Shown || Promote.Shown || Cancel.Shown || RollBack.Shown;

    public static RolloutActions For(RolloutSnapshot rollout)
    {
        var state = rollout.State;
        var phase = state.Phase;
        // A pause of the soak has nothing left to promote or to move.
        var holdsStep = state.CurrentStep is not null
            && (phase is RolloutPhase.Baking or RolloutPhase.AtGate || state is { Phase: RolloutPhase.Paused, PausedFrom: RolloutPhase.Baking or RolloutPhase.AtGate });

        var settled = state.Divergence is null;
        return new RolloutActions(
            Approve: Offer.When(phase is RolloutPhase.AwaitingApproval or RolloutPhase.AtGate),
            Resume: Offer.When(settled && phase is RolloutPhase.Paused),
            Pause: Offer.When(phase is RolloutPhase.Shadowing or RolloutPhase.Baking or RolloutPhase.AtGate),
            Promote: holdsStep && settled ? Promotion(rollout) : Offer.Hidden,
            MoveShare: Offer.When(holdsStep && settled),
            Cancel: Offer.When(phase is RolloutPhase.Planned or RolloutPhase.AwaitingApproval or RolloutPhase.Preparing
                || (phase is RolloutPhase.Blocked && state.ChallengerShare == Percentage.Zero)),
            RollBack: Offer.When(phase is RolloutPhase.SmokeTesting or RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Paused
                or RolloutPhase.Promoting or RolloutPhase.Soaking or RolloutPhase.Blocked or RolloutPhase.Shadowing or RolloutPhase.Deploying
                || state is { Phase: RolloutPhase.Restoring, Ending: RolloutPhase.Completed, IsCold: false }))
        {
            Refuse = Offer.When(phase is RolloutPhase.AwaitingApproval or RolloutPhase.AtGate),
            Steps = settled ? StepActions.For(rollout, holdsStep) : StepActions.None,
        };
    }

    private static Offer Promotion(RolloutSnapshot rollout)
    {
        var assessments = rollout.Assessments;
        var open = assessments.Where(assessment => assessment is { Guardrail.Enforcing: true, Verdict: not Verdict.Healthy }).ToList();
        if (assessments.Count == 0 && rollout.State.Plan.Guardrails.Any(guardrail => guardrail.Enforcing))
        {
            return Offer.Later("Ready when the guardrails have been looked at once");
        }

        if (open.Count == 0)
        {
            return Offer.Ready;
        }

        if (open.FirstOrDefault(assessment => assessment.Verdict is not Verdict.Inconclusive) is { } worst)
        {
            return Offer.Later($"Not while \"{worst.Guardrail.Name}\" {VerdictWords.Stands(worst.Verdict)}");
        }

        var missing = open.Max(assessment => ((Verdict.Inconclusive)assessment.Verdict).MissingRequests);
        return Offer.Later(missing > 0
            ? $"Ready when {CountText.Of(missing, "more request", "more requests")} {(missing == 1 ? "is" : "are")} in"
            : $"Ready when \"{open[0].Guardrail.Name}\" is healthy");
    }
}
