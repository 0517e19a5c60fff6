using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// The challenger's slow requests against the champion's, beyond the champion's p50, p90 and p99 as they were before the challenger had traffic. The mean of the
/// three M is an e-process as each of them is.
/// </summary>
internal sealed class SlowerProcess : GuardProcess
{
    private readonly GuardProcess[] _thresholds;

    /// <param name="margin">Odds of a slow request that are still good, as a multiple of the champion's; at least 1.</param>
    public SlowerProcess(FrozenQuantiles quantiles, double margin, EvidenceTerms terms)
        : this([.. new[] { quantiles.P50, quantiles.P90, quantiles.P99 }.Select(threshold =>
            new ComparisonProcess(window => window.SlowerThan(threshold), margin, terms, terms.Alpha * EvidenceTerms.BoundPart / 3))])
    {
    }

    private SlowerProcess(GuardProcess[] thresholds) => _thresholds = thresholds;

    public override double LogEvidence => LogSum.Mean([_thresholds[0].LogEvidence, _thresholds[1].LogEvidence, _thresholds[2].LogEvidence]);

    public override void Add(in WindowPair pair)
    {
        foreach (var threshold in _thresholds)
        {
            threshold.Add(pair);
        }
    }

    public override void Compare(IReadOnlyList<MetricWindow>? championBefore)
    {
        foreach (var threshold in _thresholds)
        {
            threshold.Compare(championBefore);
        }
    }

    public override void Forget()
    {
        foreach (var threshold in _thresholds)
        {
            threshold.Forget();
        }
    }

    public override GuardProcess Fork() => new SlowerProcess([.. _thresholds.Select(threshold => threshold.Fork())]);
}
