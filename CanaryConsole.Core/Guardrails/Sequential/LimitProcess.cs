using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>One arm's bad requests against a limit, with a second tier for catastrophes where the guardrail has one.</summary>
internal sealed class LimitProcess : GuardProcess
{
    private const double LeastCatastrophe = 0.05;
    private const double CatastropheFactor = 10;

    private readonly GuardrailRule _rule;
    private readonly bool _ofChampion;
    private readonly double _limit;
    private readonly double? _catastrophe;
    private OddsEvidence _main;
    private OddsEvidence _tier;

    public LimitProcess(Guardrail guardrail, EvidenceTerms terms, bool ofChampion)
    {
        _rule = guardrail.Rule;
        _ofChampion = ofChampion;
        _limit = NullRate.Of(RuleCounting.Limit(guardrail.Rule));
        var catastrophe = NullRate.Of(Math.Max(LeastCatastrophe, CatastropheFactor * _limit));
        _catastrophe = guardrail is { CatastropheTier: true, Rule: GuardrailRule.ErrorRateLimit } && catastrophe > _limit ? catastrophe : null;
        _main = new OddsEvidence(terms.PlannedWindows);
        _tier = new OddsEvidence(terms.PlannedWindows);
    }

    public override double LogEvidence => _catastrophe is null
        ? _main.LogEvidence
        : LogSum.Add(_main.LogEvidence + Math.Log(1 - EvidenceTerms.CatastrophePart), _tier.LogEvidence + Math.Log(EvidenceTerms.CatastrophePart));

    public override void Add(in WindowPair pair)
    {
        if ((_ofChampion ? pair.Champion : pair.Challenger) is not { } window)
        {
            return;
        }

        if (_rule is GuardrailRule.LatencyLimit latency && !RuleCounting.CountsSlow(latency, window))
        {
            if (RuleCounting.Latency(_rule, window) is { } measured)
            {
                _main.UpdateBit(latency.Percentile, measured > latency.Limit, window.Requests);
            }

            return;
        }

        if (RuleCounting.Bad(_rule, window) is not { } bad)
        {
            return;
        }

        _main.Update(bad, window.Requests, _limit);
        if (_catastrophe is { } rate)
        {
            _tier.Update(bad, window.Requests, rate);
        }
    }

    public override void Forget()
    {
        _main.Forget();
        _tier.Forget();
    }
}
