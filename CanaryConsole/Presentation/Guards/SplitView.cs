using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Guards;

/// <summary>A traffic split that is not what the weights say.</summary>
/// <param name="Told">What the guardrail says of it, as a sentence.</param>
/// <param name="Effect">What it does to the rollout.</param>
public sealed record SplitView(string Told, string Effect, IReadOnlyList<SplitRow> Rows)
{
    /// <summary>Null while the split is as set, or nobody looks at it.</summary>
    public static SplitView? Of(RolloutSnapshot rollout)
    {
        if (rollout.State.IsFinished || rollout.Assessments.FirstOrDefault(IsMismatch) is not { } mismatch)
        {
            return null;
        }

        var (plan, share) = (rollout.State.Plan, rollout.State.ChallengerShare);
        var (champion, challenger) = (mismatch.Evidence.Champion.Requests, mismatch.Evidence.Challenger.Requests);
        return new(
            SentenceText.Of(mismatch.Verdict.Reason),
            Effects(mismatch.Guardrail),
            [
                Row(plan.ChampionVariant, ArmRole.Champion, champion, champion + challenger, Percentage.FromFraction(Math.Round(1 - share.Fraction, 6))),
                Row(plan.Challenger.VariantName, ArmRole.Challenger, challenger, champion + challenger, share),
            ]);
    }

    private static bool IsMismatch(GuardrailAssessment assessment) => assessment is { Guardrail.Rule: GuardrailRule.TrafficSplit, Verdict: Verdict.Breach };

    private static SplitRow Row(string variant, ArmRole role, long requests, long all, Percentage set) => new(
        variant,
        role,
        set.ToString(),
        CountText.Of((long)Math.Round(all * set.Fraction)),
        CountText.Of(requests),
        all > 0 ? Percentage.FromFraction((double)requests / all).ToString() : "–");

    private static string Effects(Guardrail guardrail) => guardrail switch
    {
        { Enforcing: false } => "The guardrail only observes, so the rollout goes on; callers that choose their variant make comparisons with the champion less sure.",
        { Severity: Severity.Warning } => "The rollout is held until the split is as set.",
        _ => "A breach of this guardrail rolls back.",
    };
}

/// <summary>One variant's part.</summary>
/// <param name="Expected">Requests by the set share.</param>
/// <param name="Actual">Requests that came.</param>
public sealed record SplitRow(string Variant, ArmRole Role, string SetShare, string Expected, string Actual, string ActualShare);
