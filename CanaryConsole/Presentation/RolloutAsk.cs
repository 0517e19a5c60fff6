using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What one side has now and would have then.</summary>
public sealed record ShareChange(string Side, bool IsChallenger, Percentage Before, Percentage After);

/// <summary>A question before something is done to a rollout.</summary>
/// <param name="Changes">Shares before and after; empty when none move.</param>
/// <param name="ReasonLabel">Null when no words are asked for.</param>
/// <param name="Reason">Filled in beforehand.</param>
public sealed partial record RolloutAsk(
    string Title, string Text, IReadOnlyList<ShareChange> Changes, string Confirm, bool IsDangerous, string? ReasonLabel, string Reason, bool ReasonRequired)
{
    /// <param name="actual">The challenger's share as the endpoint shows it: what a rollback takes back.</param>
    public static RolloutAsk RollBack(RolloutSnapshot rollout, Percentage actual)
    {
        var plan = rollout.State.Plan;
        if (plan.Managed is { } managed)
        {
            return new($"Roll back {plan.Endpoint}?", RollBackManaged(rollout, managed.OldConfig), [], "Roll back now", true, "Reason", RollbackReason(rollout.Assessments), true);
        }

        return new($"Roll back {plan.Endpoint}?", $"All traffic goes back to {plan.ChampionVariant} at once. The rollout is over; {plan.Challenger.VariantName} stays on the endpoint without traffic.",
            Changed(plan, actual, Percentage.Zero), "Roll back now", true, "Reason", RollbackReason(rollout.Assessments), true);
    }

    private static string RollBackManaged(RolloutSnapshot rollout, string oldConfig) => rollout.State.Phase switch
    {
        RolloutPhase.Deploying => $"The console sets its abort alarm to ALARM, and SageMaker returns all traffic to the old fleet ({oldConfig}) the moment it looks at it. Nothing else stops a deployment by guardrails.",
        _ => $"The old fleet is gone, so SageMaker deploys {oldConfig} again, all at once: that takes as long as new instances take to start.",
    };

    public static RolloutAsk Pause(RolloutSnapshot rollout) => new(
        $"Pause at {rollout.State.ChallengerShare}?", $"The shares stay as they are and the bake stops counting. The guardrails keep watching{(rollout.State.Plan.AutoRollback ? ", and a breach still rolls back" : "")}.",
        [], "Pause", false, "Reason", "By hand", true);

    public static RolloutAsk Cancel(RolloutSnapshot rollout) => new(
        "Cancel the rollout?", $"No traffic has moved; {rollout.State.Plan.ChampionVariant} keeps everything. The rollout is over and the endpoint is free for another.",
        [], "Cancel the rollout", true, "Reason", "By hand", true);

    public static RolloutAsk Promote(RolloutSnapshot rollout) => new(
        $"Promote {RolloutNames.Challenger(rollout.State.Plan)} to 100 % now?", $"The steps that are left are skipped. The soak of {DurationText.Span(rollout.State.Plan.Soak)} follows, and a breach there still rolls back.",
        Changed(rollout.State.Plan, rollout.State.ChallengerShare, Percentage.Whole), "Promote now", false, null, "", false);

    public static RolloutAsk Approve(RolloutSnapshot rollout)
    {
        var state = rollout.State;
        if (state.Phase is RolloutPhase.AwaitingApproval)
        {
            return new("Approve the start?", $"{state.Plan.Challenger.VariantName} is added to {state.Plan.Endpoint} at weight 0, smoke-tested, and then gets its first share.",
                [], "Approve", false, "Comment", "", false);
        }

        var next = state.Step + 1 < state.Plan.Steps.Count ? state.Plan.Steps[state.Step + 1].Share : Percentage.Whole;
        return new($"Open the gate after {state.ChallengerShare}?", "The next step starts at once.",
            Changed(state.Plan, state.ChallengerShare, next), "Approve", false, "Comment", "", false);
    }

    public static RolloutAsk MoveShare(RolloutSnapshot rollout, Percentage share) => new(
        $"Move the challenger to {share}?", "The step's bake starts again at the new share, and its evidence with it. The next step follows as planned.",
        Changed(rollout.State.Plan, rollout.State.ChallengerShare, share), $"Move to {share}", false, "Reason", "", false);

    private static IReadOnlyList<ShareChange> Changed(RolloutPlan plan, Percentage before, Percentage after) =>
    [
        new(plan.ChampionVariant, false, Rest(before), Rest(after)),
        new(plan.Challenger.VariantName, true, before, after),
    ];

    private static Percentage Rest(Percentage share) => Percentage.FromFraction(Math.Round(1 - share.Fraction, 6));

    private static string RollbackReason(IReadOnlyList<GuardrailAssessment> assessments)
    {
        if ((GuardWords.Breached(assessments) ?? GuardWords.Shared(assessments) ?? GuardWords.Unseen(assessments)) is { } worst)
        {
            return $"By hand: {GuardWords.Said(worst)}";
        }

        return GuardWords.Enforcing(assessments).FirstOrDefault(assessment => assessment.Evidence.Strength >= 1) is { } nearing
            ? $"By hand: beyond \"{nearing.Guardrail.Name}\" before it could decide"
            : "By hand: the challenger looks wrong";
    }
}
