using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Judges by failed looks, and nothing else: evidence in, verdict out. Pure.</summary>
public static class GuardrailJudge
{
    /// <summary>The first moments of a share have no metrics yet; that is not worth a word.</summary>
    private static readonly TimeSpan FirstMetricsGrace = TimeSpan.FromMinutes(1);

    /// <summary>Of the strength of a comparison that would be a breach: below it, chance explains the difference.</summary>
    private const double NotWorse = 0.5;

    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailView view)
    {
        if (SignalJudge.Assess(guardrail, view) is { } told)
        {
            return told;
        }

        var evidence = EvidenceGathering.Gather(guardrail, view);
        return new GuardrailAssessment(guardrail, evidence, Judge(guardrail, evidence, view));
    }

    /// <summary>A breach may rest on provisional windows; health rests on settled ones only. Silence is neither.</summary>
    public static Verdict Judge(Guardrail guardrail, Evidence evidence, GuardrailView view)
    {
        if (evidence.LooksFailed >= guardrail.FailedLooks)
        {
            var measured = GuardrailWords.Measured(guardrail.Rule, evidence);
            return IsShared(guardrail, view)
                ? new Verdict.SharedCause($"{measured}, and the champion is as bad ({GuardrailWords.Champion(guardrail.Rule, evidence)}): a shared cause, not the challenger")
                : new Verdict.Breach(measured);
        }

        if (WithoutEvidence(guardrail, evidence, view) is { } without)
        {
            return without;
        }

        if (evidence.SettledRequests < evidence.RequiredRequests)
        {
            return Building(evidence);
        }

        if (WithoutChampion(guardrail, evidence) is { } alone)
        {
            return alone;
        }

        return evidence.LooksFailed > 0
            ? new Verdict.Inconclusive($"{GuardrailWords.Measured(guardrail.Rule, evidence)} in {evidence.LooksFailed} of the last {evidence.LooksTaken} looks; {guardrail.FailedLooks} make a breach", 0)
            : new Verdict.Healthy(GuardrailWords.Measured(guardrail.Rule, evidence));
    }

    /// <summary>Over the requests of the latest look the champion is beyond the limit as well, and the challenger is not worse than it beyond chance.</summary>
    private static bool IsShared(Guardrail guardrail, GuardrailView view)
    {
        if (view.ChampionFrozen || guardrail.Rule is not (GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit))
        {
            return false;
        }

        var required = RuleCounting.RequiredRequests(guardrail);
        var looks = EvidenceGathering.Looks(guardrail, view, EvidenceGathering.Countable(guardrail.Rule, view.Challenger), required);
        return looks.Count > 0 && looks[^1] is var look && look.ChampionRequests >= required
            && RuleCounting.Strength(guardrail.Rule, look.ChampionRequests, look.ChampionBad, 0, 0) > 1
            && RuleCounting.AgainstChampion(1, look.Requests, look.Bad, look.ChampionRequests, look.ChampionBad) < NotWorse;
    }

    /// <summary>What is said where there is nothing to go by; null where there is.</summary>
    internal static Verdict? WithoutEvidence(Guardrail guardrail, Evidence evidence, GuardrailView view)
    {
        if (view.Problem is { } problem)
        {
            return new Verdict.Blind(problem);
        }

        if (evidence.LatestWindowEnd is not { } latest)
        {
            return view.At - view.Since < FirstMetricsGrace + view.StaleAfter
                ? new Verdict.Inconclusive("waiting for the first metrics of this share", evidence.RequiredRequests)
                : new Verdict.NoData("no request has reached the challenger at this share");
        }

        return view.At - latest > view.StaleAfter
            ? new Verdict.NoData(string.Create(CultureInfo.InvariantCulture, $"no challenger metrics since {latest.UtcDateTime:HH:mm:ss} UTC"))
            : null;
    }

    internal static Verdict.NoData? WithoutChampion(Guardrail guardrail, Evidence evidence) =>
        guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion or GuardrailRule.LatencyAgainstChampion && evidence.Champion.Requests == 0
            ? new Verdict.NoData("the champion has no requests to compare with")
            : null;

    internal static Verdict.Inconclusive Building(Evidence evidence)
    {
        var arrived = evidence.Challenger.Requests;
        return arrived >= evidence.RequiredRequests
            ? new Verdict.Inconclusive("enough requests, waiting for the newest metrics to settle", 0)
            : new Verdict.Inconclusive(
                string.Create(CultureInfo.InvariantCulture, $"{arrived:N0} of {evidence.RequiredRequests:N0} requests on the challenger"),
                evidence.RequiredRequests - arrived);
    }
}
