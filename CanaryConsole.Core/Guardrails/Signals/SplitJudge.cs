using System.Globalization;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>The requests each arm got against the set weights, over the settled windows of the current share: evidence that is exact at any share. Pure.</summary>
internal static class SplitJudge
{
    /// <summary>The chance that a split which is as set is ever called a mismatch at one share.</summary>
    private const double Alpha = 0.001;

    /// <summary>Odds within 10 % of the set ones are nobody's concern: 5.5 % for 5 %.</summary>
    private const double Tolerance = 1.1;

    /// <summary>A day of minutes.</summary>
    private const int PlannedWindows = 1_440;

    private static readonly double LogLimit = -Math.Log(Alpha);

    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailView view)
    {
        if (view.SetShare is not { Fraction: > 0 and < 1 } share || view.ChampionFrozen)
        {
            return new GuardrailAssessment(guardrail, Evidence.None, Undivided(view));
        }

        var pairs = Pairs(view);
        var split = new SplitEvidence(PlannedWindows, Tolerance);
        var line = new List<EvidencePoint>(pairs.Count);
        foreach (var (end, challenger, all) in pairs)
        {
            split.Update(challenger, all, share.Fraction);
            line.Add(new EvidencePoint(end, split.LogEvidence, Provisional: false));
        }

        var (toChallenger, requests) = (pairs.Sum(pair => pair.Challenger), pairs.Sum(pair => pair.All));
        var evidence = Evidence.None with
        {
            Challenger = ArmEvidence.None with { Requests = toChallenger },
            Champion = ArmEvidence.None with { Requests = requests - toChallenger },
            SettledRequests = toChallenger,
            Strength = Math.Max(0, split.PeakLogEvidence / LogLimit),
            LatestWindowEnd = pairs.Count > 0 ? pairs[^1].End : null,
            LookRequests = requests,
            LogEvidence = split.PeakLogEvidence >= LogLimit ? split.PeakLogEvidence : split.LogEvidence,
            LogLimit = LogLimit,
            Line = EvidenceThinning.Of(line),
        };
        return new GuardrailAssessment(guardrail, evidence, Judge(guardrail, view, share, evidence, split.PeakLogEvidence));
    }

    private static Verdict Undivided(GuardrailView view) => view.SetShare is { Fraction: >= 1 }
        ? new Verdict.Healthy("the challenger has all of the traffic, so there is no split")
        : new Verdict.NoData("no weights divide the traffic here");

    private static Verdict Judge(Guardrail guardrail, GuardrailView view, Percentage share, Evidence evidence, double peak)
    {
        var (challenger, requests) = (evidence.Challenger.Requests, evidence.LookRequests);
        if (peak >= LogLimit)
        {
            return new Verdict.Breach($"{Measured(share, challenger, requests)}: chance does not explain it{Pinned(view)}");
        }

        if (view.Problem is { } problem)
        {
            return new Verdict.Blind(problem);
        }

        if (requests < guardrail.MinimumRequests)
        {
            return view.At - (evidence.LatestWindowEnd ?? view.Since) > view.StaleAfter + (view.At - view.SettledBefore)
                ? new Verdict.NoData("neither arm has settled requests at this share")
                : new Verdict.Inconclusive(string.Create(CultureInfo.InvariantCulture, $"{requests:N0} of {guardrail.MinimumRequests:N0} settled requests on both arms"), 0);
        }

        return new Verdict.Healthy(Measured(share, challenger, requests));
    }

    /// <summary>A period in which one arm has nothing and the other has requests is one in which it got none.</summary>
    private static List<(DateTimeOffset End, long Challenger, long All)> Pairs(GuardrailView view)
    {
        var pairs = new SortedDictionary<DateTimeOffset, (long Challenger, long All)>();
        foreach (var window in Settled(view.Challenger))
        {
            pairs[window.End] = (window.Requests, window.Requests);
        }

        foreach (var window in Settled(view.Champion))
        {
            var (challenger, all) = pairs.GetValueOrDefault(window.End);
            pairs[window.End] = (challenger, all + window.Requests);
        }

        return [.. pairs.Select(pair => (pair.Key, pair.Value.Challenger, pair.Value.All))];

        IEnumerable<MetricWindow> Settled(IReadOnlyList<MetricWindow> windows) =>
            windows.Where(window => window.Start >= view.Since && window.End <= view.SettledBefore && window.Requests > 0);
    }

    private static string Measured(Percentage share, long challenger, long requests) => string.Create(
        CultureInfo.InvariantCulture, $"{Percentage.FromFraction((double)challenger / requests)} of {requests:N0} requests reached the challenger, set are {share}");

    private static string Pinned(GuardrailView view) => view.Gateway switch
    {
        { ChallengerPinned: > 0 and var pinned } => string.Create(
            CultureInfo.InvariantCulture, $"; {pinned:N0} requests through the gateway pinned the challenger by TargetVariant, which weights do not reach"),
        { Challenger.Count: > 0 } or { Champion.Count: > 0 } => "; none of the requests through the gateway pinned the challenger, so look for clients that send TargetVariant past it",
        // Nothing came through it, or there is none.
        _ => "; look for clients that send TargetVariant, which weights do not reach",
    };
}
