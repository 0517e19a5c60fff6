using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Why a step is held or moves, with the numbers that were seen and the limits they stand against. Clauses without a full stop.</summary>
internal static class EvidenceWords
{
    /// <summary>"Error rate below 1 %: 312 of 500 requests on the challenger; error rate 0.4 %, limit 1 %".</summary>
    public static string Held(GuardrailAssessment open)
    {
        var said = $"{open.Guardrail.Name}: {open.Verdict.Reason}";
        // A verdict that weighs what it has seen has its numbers already.
        var weighs = open.Evidence.LooksFailed > 0 || (open.Verdict is Verdict.Inconclusive && open.Evidence.SettledRequests >= open.Evidence.RequiredRequests && open.Evidence.LogEvidence is not null);
        return !weighs && SoFar(open) is { } soFar ? $"{said}; {soFar}" : said;
    }

    /// <summary>"312 of 2,000 requests that this step asks for; error rate 0.4 %, limit 1 %".</summary>
    public static string Held(MissingRequests missing, IReadOnlyList<GuardrailAssessment> assessments)
    {
        var said = Said($"{missing.Seen:N0} of {missing.Required:N0} settled requests that this step asks for");
        return assessments.Select(SoFar).FirstOrDefault(soFar => soFar is not null) is { } rate ? $"{said}; {rate}" : said;
    }

    /// <summary>"all 3 guardrails healthy (error rate 0.1 % over 540 requests, limit 1 %; ...), 10 minutes passed".</summary>
    public static string Convinced(RolloutState state, IReadOnlyList<GuardrailAssessment> enforcing)
    {
        var time = Said($"{(state.PlannedBake + state.Extension).TotalMinutes:0.##} minutes passed");
        var requests = StepRequests.Required(state) is { } minimum ? Said($", {minimum:N0} requests were asked for") : "";
        return enforcing.Count switch
        {
            0 => $"{time}{requests}; no guardrail enforces",
            1 => $"the guardrail is healthy ({enforcing[0].Verdict.Reason}), {time}{requests}",
            _ => $"all {enforcing.Count} guardrails healthy ({string.Join("; ", enforcing.Select(assessment => assessment.Verdict.Reason))}), {time}{requests}",
        };
    }

    private static string? SoFar(GuardrailAssessment assessment) =>
        assessment.Evidence.Challenger.Rate is { } rate ? GuardrailWords.SoFar(assessment.Guardrail.Rule, rate, assessment.Evidence.Champion.Rate) : null;

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
