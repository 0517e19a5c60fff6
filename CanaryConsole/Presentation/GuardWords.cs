using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation;

/// <summary>What all guardrails together say, for the status bar.</summary>
internal static class GuardWords
{
    public static IReadOnlyList<GuardrailAssessment> Enforcing(IReadOnlyList<GuardrailAssessment> assessments) =>
        [.. assessments.Where(assessment => assessment.Guardrail.Enforcing)];

    /// <summary>The enforcing ones, without those that are to be ignored while they have nothing to go by.</summary>
    public static IReadOnlyList<GuardrailAssessment> Voices(IReadOnlyList<GuardrailAssessment> assessments) =>
        [.. Enforcing(assessments).Where(assessment => assessment is not { Guardrail.MissingEvidence: MissingEvidence.Ignore, Verdict: Verdict.NoData or Verdict.Blind })];

    /// <summary>One that rolls back comes before one that only warns.</summary>
    public static GuardrailAssessment? Breached(IReadOnlyList<GuardrailAssessment> assessments) =>
        Enforcing(assessments).Where(assessment => assessment.Verdict is Verdict.Breach).MinBy(assessment => assessment.Guardrail.Severity);

    /// <summary>Beyond its limit, and the champion with it.</summary>
    public static GuardrailAssessment? Shared(IReadOnlyList<GuardrailAssessment> assessments) =>
        Enforcing(assessments).FirstOrDefault(assessment => assessment.Verdict is Verdict.SharedCause);

    public static GuardrailAssessment? Unseen(IReadOnlyList<GuardrailAssessment> assessments) =>
        Voices(assessments).FirstOrDefault(assessment => assessment.Verdict is Verdict.NoData or Verdict.Blind);

    public static bool AllHealthy(IReadOnlyList<GuardrailAssessment> assessments) =>
        assessments.Count > 0 && Voices(assessments) is var voices && voices.All(assessment => assessment.Verdict is Verdict.Healthy)
        && (voices.Count > 0 || Enforcing(assessments).Count == 0);

    /// <summary>"312 of 500 requests on the challenger"; null when requests are not what is missing.</summary>
    public static string? Progress(IReadOnlyList<GuardrailAssessment> assessments)
    {
        var furthest = Enforcing(assessments)
            .Where(assessment => assessment.Verdict is Verdict.Inconclusive { MissingRequests: > 0 })
            .MaxBy(assessment => ((Verdict.Inconclusive)assessment.Verdict).MissingRequests);
        if (furthest is null)
        {
            return null;
        }

        var missing = ((Verdict.Inconclusive)furthest.Verdict).MissingRequests;
        var required = Math.Max(furthest.Evidence.RequiredRequests, missing);
        return $"{CountText.Of(required - missing)} of {CountText.Of(required)} requests on the challenger";
    }

    /// <summary>"Its error rate is 0.41 % (limit 1 %), the champion's 0.10 %; not yet enough to call it worse"; null before the first request.</summary>
    public static string? ErrorRates(IReadOnlyList<GuardrailAssessment> assessments)
    {
        var absolute = assessments.FirstOrDefault(assessment => assessment.Guardrail.Rule is GuardrailRule.ErrorRateLimit);
        var relative = assessments.FirstOrDefault(assessment => assessment.Guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion);
        var evidence = (absolute ?? relative)?.Evidence;
        if (evidence?.Challenger.Rate is not { } rate)
        {
            return null;
        }

        var limit = absolute?.Guardrail.Rule is GuardrailRule.ErrorRateLimit rule ? $" (limit {rule.Limit})" : "";
        var champion = (relative ?? absolute)!.Evidence.Champion.Rate is { } other ? $", the champion's {RateText.Errors(other)}" : "";
        var comparison = relative?.Verdict switch
        {
            Verdict.Healthy => "; not worse",
            Verdict.Breach => "; worse beyond chance",
            Verdict.Inconclusive => "; not yet enough to call it worse",
            _ => "",
        };
        return $"Its error rate is {RateText.Errors(rate)}{limit}{champion}{comparison}";
    }

    /// <summary>"All 3 guardrails are healthy over 540 requests".</summary>
    public static string Healthy(IReadOnlyList<GuardrailAssessment> assessments)
    {
        var enforcing = Voices(assessments);
        var over = enforcing.Count == 0 ? 0 : enforcing.Min(assessment => assessment.Evidence.SettledRequests);
        var who = enforcing.Count switch
        {
            0 => "No guardrail is enforced",
            1 => "The guardrail is healthy",
            2 => "Both guardrails are healthy",
            _ => $"All {enforcing.Count} guardrails are healthy",
        };
        return enforcing.Count == 0 ? who : $"{who} over {CountText.Of(over, "request", "requests")}";
    }

    public static string Said(GuardrailAssessment assessment) => $"{assessment.Guardrail.Name}: {assessment.Verdict.Reason}";
}
