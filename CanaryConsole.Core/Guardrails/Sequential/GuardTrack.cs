using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// The running evidence of one sequential guardrail over a whole rollout. Settled windows are folded once and for good; each look forks what is folded and
/// takes the provisional ones on top. Where the invocation gateway counts as well, each source has half of the guardrail's alpha and the stronger one speaks:
/// the gateway knows already what the metrics will say, so that a mean of the two would be no e-process. Their counts are never added up. Not thread-safe.
/// </summary>
internal sealed class GuardTrack(Guardrail guardrail, EvidenceTerms terms, bool hasGateway)
{
    /// <summary>A part of the line above which evidence is suspicion: it does not pass, and it makes a shared cause plausible.</summary>
    public const double Suspicion = 0.5;

    /// <summary>Both arms within the limit for so long end a shared cause.</summary>
    private static readonly TimeSpan RecoveredFor = TimeSpan.FromMinutes(5);

    private readonly SourceProcesses _metrics = SourceProcesses.Of(guardrail, terms);
    private readonly SourceProcesses? _gateway = hasGateway ? SourceProcesses.Of(guardrail, terms with { PlannedWindows = terms.PlannedSeconds }) : null;
    private readonly EvidenceLine _line = new();
    private readonly double _limit = terms.LogLimit(guardrail.Rule);
    private bool _gatewaySpoke;
    private DateTimeOffset? _sharedSince;
    private DateTimeOffset? _forgottenAt;

    public Guardrail Guardrail => guardrail;

    /// <summary>What is shown as bad: what the rule counts, or requests slower than the champion's p90 of before.</summary>
    public BadRequests Bad { get; } = terms.ChampionQuantiles is { P90: var p90 } && guardrail.Rule is GuardrailRule.LatencyAgainstChampion
        ? window => window.SlowerThan(p90)
        : window => RuleCounting.Bad(guardrail.Rule, window);

    public double LogLimit => _limit;

    public EvidenceForm Form => guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion or GuardrailRule.LatencyAgainstChampion ? terms.Form : EvidenceForm.Independent;

    /// <summary>One look: what is new and settled is folded, what may still change is only looked at.</summary>
    /// <param name="gateway">The gateway's seconds since the last look; they are final.</param>
    public GuardReading Look(GuardrailView view, IReadOnlyList<WindowPair> settled, IReadOnlyList<WindowPair> provisional, IReadOnlyList<WindowPair> gateway)
    {
        var before = view.ChampionFrozen ? view.Champion : null;
        _metrics.Compare(before);
        _gateway?.Compare(before);
        foreach (var second in gateway)
        {
            _gateway!.Add(second);
            _gatewaySpoke = true;
        }

        foreach (var pair in settled)
        {
            _metrics.Add(pair);
            Note(new EvidencePoint(pair.End, Own(_metrics), false));
        }

        // Only what stands and what may still change: the same at every look, in however many the windows came.
        var peak = new Peaks();
        peak.Take(this, _metrics);
        var fork = _metrics.Fork();
        var points = new List<EvidencePoint>(provisional.Count);
        foreach (var pair in provisional)
        {
            fork.Add(pair);
            peak.Take(this, fork);
            points.Add(new EvidencePoint(pair.End, Own(fork), true));
        }

        var now = Own(fork);
        var isShared = IsShared(view, peak);
        if (_gatewaySpoke)
        {
            // Two sources end their windows at different times; what a look saw of both is one point.
            _line.Add(new EvidencePoint(view.At, now, false));
            points.Clear();
        }

        return new GuardReading(now, peak.Own, peak.Champion, peak.Against, _line.With(points), isShared, CountsFrom(view),
            _gatewaySpoke && _gateway!.Own.LogEvidence > fork.Own.LogEvidence);
    }

    private void Note(EvidencePoint point)
    {
        if (!_gatewaySpoke)
        {
            _line.Add(point);
        }
    }

    /// <summary>
    /// Conclusive, the champion well on its way too, and nothing that says the challenger is worse: then it stays a shared cause until the challenger shows worse,
    /// or until both are within the limit again, and what was gathered meanwhile is dropped.
    /// </summary>
    private bool IsShared(GuardrailView view, Peaks peak)
    {
        var suspicion = Suspicion * _limit;
        if (peak.Champion is null || view.ChampionFrozen || peak.Own < _limit || peak.Against >= suspicion || (_sharedSince is null && peak.Champion < suspicion))
        {
            _sharedSince = null;
            return false;
        }

        _sharedSince ??= view.At;
        if (view.At - _sharedSince >= RecoveredFor && Recovered(view))
        {
            _metrics.Forget();
            _gateway?.Forget();
            (_sharedSince, _forgottenAt) = (null, view.At);
        }

        return true;
    }

    private bool Recovered(GuardrailView view)
    {
        var from = view.At - RecoveredFor;
        return IsWithin(view.WholeChallenger) && IsWithin(view.WholeChampion);

        bool IsWithin(IReadOnlyList<MetricWindow> windows)
        {
            var (requests, bad) = RuleCounting.Count(Bad, windows.Where(window => window.Start >= from));
            return requests > 0 && bad <= RuleCounting.Limit(guardrail.Rule) * requests;
        }
    }

    private DateTimeOffset CountsFrom(GuardrailView view) => _forgottenAt > view.Since ? _forgottenAt.Value : view.Since;

    private double Own(SourceProcesses metrics) => Merged(metrics.Own.LogEvidence, _gateway?.Own.LogEvidence);

    private static double Merged(double metrics, double? gateway) => gateway is { } other ? EvidenceMerge.Strongest([metrics, other]) : metrics;

    /// <summary>The greatest values of one look.</summary>
    private sealed class Peaks
    {
        public double Own { get; private set; } = double.NegativeInfinity;

        public double? Champion { get; private set; }

        public double? Against { get; private set; }

        public void Take(GuardTrack track, SourceProcesses metrics)
        {
            Own = Math.Max(Own, track.Own(metrics));
            if (metrics is { Champion: { } champion, Against: { } against })
            {
                Champion = Math.Max(Champion ?? double.NegativeInfinity, Merged(champion.LogEvidence, track._gateway?.Champion!.LogEvidence));
                Against = Math.Max(Against ?? double.NegativeInfinity, Merged(against.LogEvidence, track._gateway?.Against!.LogEvidence));
            }
        }
    }
}
