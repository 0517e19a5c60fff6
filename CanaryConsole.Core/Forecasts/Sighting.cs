using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>How many windows a guardrail needs for a worsening, in the middle of what may happen. Pure.</summary>
internal static class Sighting
{
    /// <param name="before">What the challenger went through before, in order.</param>
    /// <param name="wasWorse">The worsening was there from the first of it; otherwise it begins with <paramref name="now"/>.</param>
    /// <param name="terms">Null: it is judged by failed looks.</param>
    /// <returns>Windows of <paramref name="now"/> until the breach; null when it does not come in them.</returns>
    public static int? Windows(Guardrail guardrail, BadRates rates, IReadOnlyList<Exposure> before, bool wasWorse, Exposure now, EvidenceTerms? terms) =>
        terms is null ? ByLooks(guardrail, rates, now) : Sequential(guardrail, rates, before, wasWorse, now, terms);

    private static int? Sequential(Guardrail guardrail, BadRates rates, IReadOnlyList<Exposure> before, bool wasWorse, Exposure now, EvidenceTerms terms)
    {
        var evidence = new ExpectedEvidence(terms.PlannedWindows);
        foreach (var past in before)
        {
            if (Drifts(guardrail, wasWorse ? rates.Challenger : rates.Champion, rates.Champion, past) is { } drifts)
            {
                evidence = evidence.After(drifts, past.Windows);
            }
        }

        if (Drifts(guardrail, rates.Challenger, rates.Champion, now) is not { } worsened)
        {
            return null;
        }

        // What is averaged over has to be carried by one: of three quantiles of the champion's, or beside the tier for catastrophes.
        var line = terms.LogLimit(guardrail.Rule)
            + (guardrail.Rule is GuardrailRule.LatencyAgainstChampion ? Math.Log(3) : 0)
            - (guardrail.CatastropheTier ? Math.Log(1 - EvidenceTerms.CatastrophePart) : 0);
        return First(now.Windows, windows => evidence.After(worsened, windows).LogEvidence >= line);
    }

    private static double[]? Drifts(Guardrail guardrail, double bad, double championBad, Exposure exposure) =>
        EvidenceDrift.Of(guardrail.Rule, bad, championBad, exposure.Share) is { } perRequest
            ? [.. perRequest.Select(drift => drift * exposure.Requests)]
            : null;

    private static int? ByLooks(Guardrail guardrail, BadRates rates, Exposure now)
    {
        if (guardrail.Rule is not (GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit or GuardrailRule.ErrorRateAgainstChampion) || now is { Share: >= 1 } && RuleCounting.PoolsWholeStep(guardrail.Rule))
        {
            return null;
        }

        var firstLook = (int)Math.Ceiling(Math.Min(int.MaxValue / 2, RuleCounting.RequiredRequests(guardrail) / now.Requests));
        var failing = First(now.Windows, windows => windows >= firstLook && Fails(guardrail.Rule, rates, now, windows));
        return failing + guardrail.FailedLooks - 1 is { } breach && breach <= now.Windows ? breach : null;
    }

    private static bool Fails(GuardrailRule rule, BadRates rates, Exposure now, int windows)
    {
        var requests = windows * now.Requests;
        var champion = requests * (1 - now.Share) / now.Share;
        return RuleCounting.Strength(
            rule, (long)Math.Max(1, requests), (long)Math.Min(Math.Max(1, requests), requests * rates.Challenger), (long)champion, (long)(champion * rates.Champion)) > 1;
    }

    /// <summary>The first number of windows at which something holds that holds from then on; null when it does not hold at the last.</summary>
    private static int? First(int windows, Func<int, bool> holds)
    {
        if (windows < 1 || !holds(windows))
        {
            return null;
        }

        var (least, most) = (1, windows);
        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            (least, most) = holds(middle) ? (least, middle) : (middle + 1, most);
        }

        return least;
    }
}
