using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Backtests;

/// <summary>The plan's guardrails through one replay, window by window. Not thread-safe.</summary>
internal sealed class ReplayGuards
{
    private readonly List<Track> _tracks;

    public ReplayGuards(PlanOutline outline, int plannedWindows) => _tracks =
        [.. outline.Guardrails.Where(CanReplay).Select(guardrail => new Track(guardrail, BudgetShares.Of(guardrail, outline.Guardrails, outline.Budget), plannedWindows))];

    /// <summary>Only what counts requests can be replayed: resources, other metrics and alarms have no pretend challenger.</summary>
    public static bool CanReplay(Guardrail guardrail) =>
        guardrail.Rule is GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit or GuardrailRule.ErrorRateAgainstChampion;

    /// <summary>Takes in the newest window of each arm; the guardrails in breach then.</summary>
    public IReadOnlyList<Guardrail> Look(GuardrailView view)
    {
        var breached = new List<Guardrail>();
        foreach (var track in _tracks)
        {
            if (track.Look(view))
            {
                breached.Add(track.Guardrail);
            }
        }

        return breached;
    }

    private sealed class Track(Guardrail guardrail, double alpha, int plannedWindows)
    {
        private readonly double _line = Math.Log(1 / alpha);
        private RateEvidence _rate = new(guardrail.Rule switch
        {
            GuardrailRule.ErrorRateLimit rule => Math.Clamp(rule.Limit.Fraction, 1e-9, 1 - 1e-9),
            GuardrailRule.LatencyLimit rule => 1 - rule.Percentile,
            _ => 0.5,
        }, plannedWindows);

        private ShareEvidence _share = new(guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion against ? against.Ratio : 1, plannedWindows);

        public Guardrail Guardrail => guardrail;

        public bool Look(GuardrailView view)
        {
            if (guardrail.Test is not GuardTest.Sequential)
            {
                return GuardrailJudge.Assess(guardrail, view).Verdict is Verdict.Breach;
            }

            if (view.Challenger is not [.., var challenger] || challenger.Requests == 0)
            {
                return false;
            }

            if (guardrail.Rule is not GuardrailRule.ErrorRateAgainstChampion)
            {
                _rate.Update(RuleCounting.Bad(guardrail.Rule, challenger) ?? 0, challenger.Requests);
                return _rate.LogEvidence >= _line;
            }

            if (!view.ChampionFrozen && view.Champion is [.., var champion] && champion.Start == challenger.Start)
            {
                _share.Update(RuleCounting.Bad(guardrail.Rule, challenger) ?? 0, challenger.Requests, RuleCounting.Bad(guardrail.Rule, champion) ?? 0, champion.Requests);
            }

            return _share.LogEvidence >= _line;
        }
    }
}
