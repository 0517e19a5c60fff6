using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// All guardrails of one rollout, judged look by look: sequential ones by evidence that runs on over the whole rollout, the others by their latest looks.
/// The same windows in the same order give the same assessments, in however many looks they come. Safe for any number of threads.
/// </summary>
public sealed class EvidenceTrack
{
    /// <summary>How long settled windows of one arm wait for the other's that are late.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly List<(Guardrail Guardrail, GuardTrack? Track)> _guards;
    private readonly FoldedWindows _folded = new();
    private readonly DateTimeOffset?[] _missingSince;
    private DateTimeOffset _gatewayUntil = DateTimeOffset.MinValue;

    /// <param name="guardrails">Each with its terms; null for one that is judged by failed looks.</param>
    /// <param name="hasGateway">Whether every view comes with the gateway's counts.</param>
    public EvidenceTrack(IEnumerable<(Guardrail Guardrail, EvidenceTerms? Terms)> guardrails, bool hasGateway)
    {
        _guards = [.. guardrails.Select(one => (one.Guardrail, one.Terms is { } terms ? new GuardTrack(one.Guardrail, terms, hasGateway) : null))];
        _missingSince = new DateTimeOffset?[_guards.Count];
    }

    /// <summary>One look. Views come in the order of time; one that is older than the last adds nothing.</summary>
    public IReadOnlyList<GuardrailAssessment> Assess(GuardrailView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (_gate)
        {
            var pairs = WindowPair.Of(view.WholeChallenger, view.WholeChampion, _folded.Until, view.ChampionFrozen ? view.Since : null);
            var settledTo = SettledTo(view);
            var settled = pairs.TakeWhile(pair => pair.End <= settledTo).ToList();
            _folded.Compare(view);
            _folded.Add(settled);
            var gateway = Gateway(view);
            return
            [
                .. _guards.Select(one => one.Track is { } track
                        ? SequentialJudge.Assess(track, view, track.Look(view, settled, pairs[settled.Count..], gateway), _folded)
                        : GuardrailJudge.Assess(one.Guardrail, view))
                    .Select((assessment, index) => Timed(assessment, index, view.At)),
            ];
        }
    }

    private GuardrailAssessment Timed(GuardrailAssessment assessment, int index, DateTimeOffset at)
    {
        _missingSince[index] = assessment.Verdict is Verdict.NoData or Verdict.Blind ? _missingSince[index] ?? at : null;
        return assessment with { Evidence = assessment.Evidence with { MissingSince = _missingSince[index] } };
    }

    /// <summary>Nothing is folded while the last reading was not whole, and a late arm is waited for: what is folded is never looked at again.</summary>
    private static DateTimeOffset SettledTo(GuardrailView view)
    {
        if (view.Problem is not null)
        {
            return DateTimeOffset.MinValue;
        }

        var newest = Newest(view.WholeChallenger);
        if (!view.ChampionFrozen && Newest(view.WholeChampion) < newest)
        {
            newest = Newest(view.WholeChampion);
        }

        var atLeast = view.SettledBefore - LongestWait;
        return newest < atLeast ? atLeast : newest < view.SettledBefore ? newest : view.SettledBefore;
    }

    private static DateTimeOffset Newest(IReadOnlyList<MetricWindow> windows) => windows.Count > 0 ? windows[^1].End : DateTimeOffset.MinValue;

    private List<WindowPair> Gateway(GuardrailView view)
    {
        if (view.Gateway is not { } gateway)
        {
            return [];
        }

        var pairs = WindowPair.Of(gateway.Challenger, gateway.Champion, _gatewayUntil > view.GuardedSince ? _gatewayUntil : view.GuardedSince, view.ChampionFrozen ? view.Since : null);
        _gatewayUntil = pairs.Count > 0 ? pairs[^1].End : _gatewayUntil;
        return pairs;
    }
}
