using System.Globalization;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>From a sequential guardrail's evidence to its verdict. Pure.</summary>
internal static class SequentialJudge
{
    /// <summary>Right after a change of share the windows before it still speak.</summary>
    private static readonly TimeSpan LeastLook = TimeSpan.FromMinutes(2);

    /// <summary>The pace of the challenger's requests is that of the last minutes.</summary>
    private static readonly TimeSpan PaceOver = TimeSpan.FromMinutes(5);

    public static GuardrailAssessment Assess(GuardTrack track, GuardrailView view, GuardReading reading, FoldedWindows folded)
    {
        var evidence = Gather(track, view, reading) with { IgnoredCorrections = folded.Corrected, CountedSince = folded.First };
        return new GuardrailAssessment(track.Guardrail, evidence, Judge(track, evidence, view, reading));
    }

    private static Evidence Gather(GuardTrack track, GuardrailView view, GuardReading reading)
    {
        var (guardrail, limit) = (track.Guardrail, track.LogLimit);
        var challenger = Countable(track, view.Challenger).Where(window => window.Start >= reading.CountsFrom).ToList();
        var lookFrom = view.At - view.Since < LeastLook ? view.At - LeastLook : view.Since;
        var (own, beside, whole) = reading.FromGateway && view.Gateway is { } gateway
            ? (Since(gateway.Challenger, reading.CountsFrom), Since(gateway.Champion, view.Since), gateway.Challenger)
            : (challenger, Countable(track, view.Champion), view.WholeChallenger);
        var (lookRequests, lookBad) = RuleCounting.Count(
            track.Bad, whole.Where(window => window.Start >= view.GuardedSince && window.Start >= (reading.CountsFrom > view.Since ? reading.CountsFrom : lookFrom)));
        var settled = challenger.Where(window => window.End <= view.SettledBefore).Sum(window => window.Requests);
        var required = RuleCounting.RequiredRequests(guardrail);
        // A breach that a better window followed is shown as what it was.
        var shown = reading.Peak >= limit ? reading.Peak : reading.Now;
        return new Evidence(
            EvidenceGathering.Arm(guardrail.Rule, track.Bad, own),
            EvidenceGathering.Arm(guardrail.Rule, track.Bad, beside),
            settled,
            required,
            LooksFailed: 0,
            LooksTaken: 0,
            Strength: Math.Max(0, shown / limit),
            challenger.Count > 0 ? challenger[^1].End : null,
            lookRequests,
            lookBad)
        {
            FromGateway = reading.FromGateway,
            LogEvidence = shown,
            LogLimit = limit,
            Form = track.Form,
            Line = reading.Line,
            TimeMissing = settled < required ? Time(view, challenger, required - challenger.Sum(window => window.Requests)) : null,
        };
    }

    private static List<MetricWindow> Since(IReadOnlyList<MetricWindow> windows, DateTimeOffset from) => [.. windows.Where(window => window.Start >= from && window.Requests > 0)];

    private static Verdict Judge(GuardTrack track, Evidence evidence, GuardrailView view, GuardReading reading)
    {
        var (guardrail, limit) = (track.Guardrail, track.LogLimit);
        var measured = $"{GuardrailWords.Measured(guardrail.Rule, evidence)}{(evidence.FromGateway ? ", counted by the gateway" : "")}: {Weighed(evidence)}";
        if (reading.IsShared)
        {
            return new Verdict.SharedCause($"{measured}, and the champion is as bad ({GuardrailWords.Champion(guardrail.Rule, evidence)}): a shared cause, not the challenger");
        }

        if (reading.Peak >= limit)
        {
            return new Verdict.Breach(measured);
        }

        if (GuardrailJudge.WithoutEvidence(guardrail, evidence, view) is { } without)
        {
            return without;
        }

        if (evidence.SettledRequests < evidence.RequiredRequests)
        {
            return GuardrailJudge.Building(evidence);
        }

        if (GuardrailJudge.WithoutChampion(guardrail, evidence) is { } alone)
        {
            return alone;
        }

        return reading.Peak >= GuardTrack.Suspicion * limit
            ? new Verdict.Inconclusive($"{measured}, too much to pass and too little to roll back", 0)
            : new Verdict.Healthy(measured);
    }

    private static string Weighed(Evidence evidence) => string.Create(
        CultureInfo.InvariantCulture, $"evidence {Math.Max(0, evidence.LogEvidence ?? 0):0.0} of the {evidence.LogLimit:0.0} that a rollback takes{(evidence.Form is EvidenceForm.Robust ? " (by whole windows, since the champion's errors come in bursts)" : "")}");

    private static List<MetricWindow> Countable(GuardTrack track, IReadOnlyList<MetricWindow> windows) =>
        [.. windows.Where(window => window.Requests > 0 && track.Bad(window) is not null)];

    private static TimeSpan? Time(GuardrailView view, List<MetricWindow> challenger, long missing)
    {
        var from = view.At - PaceOver > view.Since ? view.At - PaceOver : view.Since;
        var recent = challenger.Where(window => window.Start >= from).Sum(window => window.Requests);
        return missing > 0 && recent > 0 ? (view.At - from) * ((double)missing / recent) : null;
    }
}
