using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Counts, and nothing else: windows in, evidence out. Pure.</summary>
public static class EvidenceGathering
{
    /// <summary>All that the guardrail has seen in the view.</summary>
    public static Evidence Gather(Guardrail guardrail, GuardrailView view)
    {
        var challenger = Countable(guardrail.Rule, view.Challenger);
        var required = RuleCounting.RequiredRequests(guardrail);
        var looks = Looks(guardrail, view, challenger, required);
        return new Evidence(
            Arm(guardrail.Rule, challenger),
            Arm(guardrail.Rule, view.Champion),
            challenger.Where(window => window.End <= view.SettledBefore).Sum(window => window.Requests),
            required,
            looks.Count(look => look.Failed),
            looks.Count,
            looks.Count > 0 ? looks[^1].Strength : StrengthSoFar(guardrail.Rule, challenger, view.Champion),
            challenger.Count > 0 ? challenger[^1].End : null,
            looks.Count > 0 ? looks[^1].Requests : 0,
            looks.Count > 0 ? looks[^1].Bad : 0);
    }

    internal static List<MetricWindow> Countable(GuardrailRule rule, IReadOnlyList<MetricWindow> windows) =>
        [.. windows.Where(window => window.Requests > 0 && RuleCounting.Bad(rule, window) is not null)];

    /// <summary>The latest looks, at most the guardrail's M, oldest first: one per challenger window that completes the required requests.</summary>
    internal static List<Look> Looks(Guardrail guardrail, GuardrailView view, List<MetricWindow> challenger, long required)
    {
        var looks = new List<Look>(guardrail.Looks);
        for (var last = challenger.Count - 1; last >= 0 && looks.Count < guardrail.Looks; last--)
        {
            if (LookAt(guardrail, view, challenger, last, required) is not { } look)
            {
                break;
            }

            looks.Add(look);
        }

        looks.Reverse();
        return looks;
    }

    private static Look? LookAt(Guardrail guardrail, GuardrailView view, List<MetricWindow> challenger, int last, long required)
    {
        long requests = 0, bad = 0;
        var first = last;
        for (; first >= 0 && (requests < required || RuleCounting.PoolsWholeStep(guardrail.Rule)); first--)
        {
            requests += challenger[first].Requests;
            bad += RuleCounting.Bad(guardrail.Rule, challenger[first]) ?? 0;
        }

        if (requests < required)
        {
            return null;
        }

        var (from, to) = (challenger[first + 1].Start, challenger[last].End);
        var champion = view.ChampionFrozen ? view.Champion : view.Champion.Where(window => window.Start >= from && window.End <= to);
        var (championRequests, championBad) = RuleCounting.Count(guardrail.Rule, champion);
        return new Look(to, requests, bad, championRequests, championBad,
            RuleCounting.Strength(guardrail.Rule, requests, bad, championRequests, championBad));
    }

    private static double StrengthSoFar(GuardrailRule rule, List<MetricWindow> challenger, IReadOnlyList<MetricWindow> champion)
    {
        var (requests, bad) = RuleCounting.Count(rule, challenger);
        var (championRequests, championBad) = RuleCounting.Count(rule, champion);
        return requests > 0 ? RuleCounting.Strength(rule, requests, bad, championRequests, championBad) : 0;
    }

    private static ArmEvidence Arm(GuardrailRule rule, IReadOnlyList<MetricWindow> windows) => Arm(rule, window => RuleCounting.Bad(rule, window), windows);

    internal static ArmEvidence Arm(GuardrailRule rule, BadRequests count, IReadOnlyList<MetricWindow> windows)
    {
        var (requests, bad) = RuleCounting.Count(count, windows);
        if (requests == 0)
        {
            return ArmEvidence.None;
        }

        var (low, high) = WilsonInterval.At95(bad, requests);
        return new ArmEvidence(requests, bad, low, high, RuleCounting.Latency(rule, windows.LastOrDefault(window => window.Requests > 0)));
    }
}
