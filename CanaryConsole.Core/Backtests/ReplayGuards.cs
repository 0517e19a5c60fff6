using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Backtests;

/// <summary>The plan's guardrails through one replay, judged as the engine judges them. Not thread-safe.</summary>
internal sealed class ReplayGuards(PlanOutline outline, TimeSpan period)
{
    private readonly EvidenceTrack _track = new(outline.Terms(period).Where(one => CanReplay(one.Guardrail)), hasGateway: false);

    /// <summary>Only what counts requests can be replayed: resources, other metrics and alarms have no pretend challenger, and a champion's quantiles no counts of the past.</summary>
    public static bool CanReplay(Guardrail guardrail) =>
        guardrail.Rule is GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit or GuardrailRule.ErrorRateAgainstChampion;

    /// <summary>One look; the guardrails in breach.</summary>
    public IReadOnlyList<Guardrail> Look(GuardrailView view) =>
        [.. _track.Assess(view).Where(assessment => assessment.Verdict is Verdict.Breach).Select(assessment => assessment.Guardrail)];
}
