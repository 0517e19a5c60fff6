using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What counts as bad, in one window; null where that was not delivered.</summary>
internal delegate long? BadRequests(MetricWindow window);

/// <summary>
/// The challenger's bad requests against the champion's. While both have traffic: of all the bad ones of a window, the challenger's part against its part of
/// that window's requests. Once the champion has none: the challenger's own rate against the upper Clopper-Pearson bound of the champion's last one.
/// </summary>
internal sealed class ComparisonProcess : GuardProcess
{
    private readonly BadRequests _count;
    private readonly double _margin;
    private readonly bool _isRobust;
    private readonly double _boundRisk;
    private OddsEvidence _independent;
    private BettingEvidence _robust;
    private double? _aloneRate;
    private bool _aloneFixed;

    /// <param name="margin">Odds that are still good, as a multiple of the champion's; at least 1.</param>
    /// <param name="boundRisk">The chance that the bound on the champion's rate is too low.</param>
    public ComparisonProcess(BadRequests count, double margin, EvidenceTerms terms, double boundRisk)
    {
        _count = count;
        _margin = margin;
        _isRobust = terms.Form is EvidenceForm.Robust;
        _boundRisk = boundRisk;
        _independent = new OddsEvidence(terms.PlannedWindows);
        _robust = new BettingEvidence(terms.PlannedWindows);
    }

    public override double LogEvidence => _isRobust ? _robust.LogEvidence : _independent.LogEvidence;

    public override void Add(in WindowPair pair)
    {
        if (pair.Challenger is not { } challenger || _count(challenger) is not { } bad)
        {
            return;
        }

        if (pair.Champion is { } champion)
        {
            if (_count(champion) is { } championBad)
            {
                var weighted = _margin * challenger.Requests;
                Update(bad, bad + championBad, NullRate.Of(weighted / (weighted + champion.Requests)));
            }
        }
        else if (pair.Alone && _aloneRate is { } rate)
        {
            Update(bad, challenger.Requests, rate);
            // What the first window was held against stays; later corrections of the champion's past would be chosen with the challenger's in sight.
            _aloneFixed = true;
        }
    }

    public override void Compare(IReadOnlyList<MetricWindow>? championBefore)
    {
        if (championBefore is null)
        {
            (_aloneRate, _aloneFixed) = (null, false);
            return;
        }

        if (_aloneFixed)
        {
            return;
        }

        long requests = 0, bad = 0;
        foreach (var window in championBefore)
        {
            if (_count(window) is { } count)
            {
                (requests, bad) = (requests + window.Requests, bad + count);
            }
        }

        _aloneRate = requests > 0 ? NullRate.Times(ChampionBound.Upper(bad, requests, _boundRisk), _margin) : null;
    }

    public override void Forget()
    {
        _independent.Forget();
        _robust.Forget();
    }

    private void Update(long bad, long all, double rate)
    {
        if (_isRobust)
        {
            _robust.Update(bad, all, rate);
        }
        else
        {
            _independent.Update(bad, all, rate);
        }
    }
}
