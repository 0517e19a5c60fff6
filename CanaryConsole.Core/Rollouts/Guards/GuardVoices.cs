using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Which guardrails have a say, and what they say where they have nothing to go by. Pure.</summary>
internal static class GuardVoices
{
    /// <summary>Enforcing guardrails, without those that are to be ignored while they have nothing to go by.</summary>
    public static List<GuardrailAssessment> Of(IEnumerable<GuardrailAssessment> assessments) => [.. assessments.Where(HasSay)];

    /// <summary>The plan enforces, and nobody who has a say is healthy: nothing may pass on that.</summary>
    public static bool NobodyVouches(IReadOnlyList<GuardrailAssessment> assessments) =>
        assessments.Any(assessment => assessment.Guardrail.Enforcing) && !assessments.Any(assessment => HasSay(assessment) && assessment.Verdict is Verdict.Healthy);

    /// <summary>The first that stands in the way of everything; null where all that have a say are healthy, and at least one does if any enforces.</summary>
    public static string? Open(IReadOnlyList<GuardrailAssessment> assessments, Func<Verdict, bool> stands)
    {
        if (Of(assessments).FirstOrDefault(assessment => stands(assessment.Verdict)) is { } open)
        {
            return $"\"{open.Guardrail.Name}\" is not healthy: {open.Verdict.Reason}";
        }

        // Everybody who enforces is silent, and may be ignored only beside one who is not.
        return Of(assessments).Count == 0 && NobodyVouches(assessments) ? Unvouched(assessments) : null;
    }

    public static string Unvouched(IReadOnlyList<GuardrailAssessment> assessments) =>
        $"no other guardrail is healthy ({string.Join("; ", assessments.Where(assessment => assessment.Guardrail.Enforcing).Select(assessment => $"{assessment.Guardrail.Name}: {assessment.Verdict.Reason}"))})";

    /// <summary>Enforcing guardrails in breach: by what they have seen, or by their silence at the end of the bake where that is their policy.</summary>
    public static IEnumerable<(Guardrail Guardrail, string Reason)> Breached(RolloutState state, RolloutInput.Observe observed)
    {
        foreach (var (guardrail, _, verdict) in observed.Assessments)
        {
            if (guardrail.Enforcing && verdict is Verdict.Breach)
            {
                yield return (guardrail, verdict.Reason);
            }
            else if (guardrail is { Enforcing: true, MissingEvidence: MissingEvidence.Breach } && verdict is Verdict.NoData && IsBakedThrough(state, observed.At))
            {
                yield return (guardrail, $"{verdict.Reason}, and at the end of the bake its silence is a breach");
            }
        }
    }

    private static bool IsBakedThrough(RolloutState state, DateTimeOffset at) =>
        state.Phase is RolloutPhase.Shadowing or RolloutPhase.Baking or RolloutPhase.Soaking && at >= state.BakeEnds;

    private static bool HasSay(GuardrailAssessment assessment) => assessment.Guardrail.Enforcing
        && !(assessment.Guardrail.MissingEvidence is MissingEvidence.Ignore && assessment.Verdict is Verdict.NoData or Verdict.Blind);
}
