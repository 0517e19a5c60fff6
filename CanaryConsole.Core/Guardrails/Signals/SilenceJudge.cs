using System.Globalization;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// A challenger without requests although it has a share. Silence counts as far as windows are settled, and only where the champion's requests show that chance
/// does not explain it: at a share of s, n of the champion's requests leave the challenger without one with probability (1 - s)^m, m being all n. Pure.
/// </summary>
internal static class SilenceJudge
{
    /// <summary>Silence that chance brings in fewer than 1 of 1,000 such spans.</summary>
    private const double Chance = 0.001;

    private static readonly double LogChance = Math.Log(Chance);

    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailRule.InvocationsMissing rule, GuardrailView view)
    {
        var last = view.Challenger.LastOrDefault(window => window.Requests > 0);
        var silentFrom = last is null ? view.Since : last.End;
        var silence = view.SettledBefore > silentFrom ? view.SettledBefore - silentFrom : TimeSpan.Zero;
        var meanwhile = Count(view.Champion.Where(window => window.Start >= silentFrom && window.End <= view.SettledBefore));
        var settled = Count(view.Challenger.Where(window => window.End <= view.SettledBefore));
        var evidence = Evidence.None with
        {
            Challenger = ArmEvidence.None with { Requests = Count(view.Challenger) },
            Champion = ArmEvidence.None with { Requests = view.ChampionFrozen ? 0 : Count(view.Champion) },
            SettledRequests = settled,
            Strength = silence / rule.For,
            LatestWindowEnd = last?.End,
        };
        return new GuardrailAssessment(guardrail, evidence, Judge(rule, view, silence, silentFrom, meanwhile, settled));
    }

    private static Verdict Judge(GuardrailRule.InvocationsMissing rule, GuardrailView view, TimeSpan silence, DateTimeOffset silentFrom, long meanwhile, long settled)
    {
        if (view.Problem is { } problem)
        {
            return new Verdict.Blind(problem);
        }

        var share = view.SetShare?.Fraction ?? 1;
        if (share <= 0)
        {
            return new Verdict.NoData("the challenger has no share, so no requests are expected");
        }

        if (silence < rule.For)
        {
            return settled > 0 && silence < rule.For / 2
                ? new Verdict.Healthy(Said($"{settled:N0} requests have reached the challenger at this share"))
                : new Verdict.Inconclusive(Said($"no request on the challenger since {silentFrom.UtcDateTime:HH:mm:ss} UTC; {Minutes(rule.For)} of silence are a breach"), 0);
        }

        if (view.ChampionFrozen || share >= 1)
        {
            // Without a champion beside it nothing tells a broken challenger from callers that sleep or metrics that are late.
            return new Verdict.NoData(Said($"no request has been counted for {Minutes(silence)}, and no champion has traffic to compare with"));
        }

        if (meanwhile == 0)
        {
            return new Verdict.SharedCause(Said($"neither the challenger nor the champion has had a request for {Minutes(silence)}: a shared cause, not the challenger"));
        }

        return meanwhile * Math.Log(1 - share) > LogChance
            ? new Verdict.Inconclusive(
                Said($"no request on the challenger for {Minutes(silence)}, which {meanwhile:N0} requests of the champion at a share of {view.SetShare} may bring by chance"), 0)
            : new Verdict.Breach(Said($"no request has reached the challenger for {Minutes(silence)} at a share of {view.SetShare}, while the champion had {meanwhile:N0}"));
    }

    private static long Count(IEnumerable<MetricWindow> windows) => windows.Sum(window => window.Requests);

    private static string Minutes(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
