using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Judges, and nothing else: evidence in, verdict out. Pure.</summary>
public static class GuardrailJudge
{
    /// <summary>The first moments of a share have no metrics yet; that is not worth a word.</summary>
    private static readonly TimeSpan FirstMetricsGrace = TimeSpan.FromMinutes(1);

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
            return new Verdict.Breach(Measured(guardrail.Rule, evidence));
        }

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

        if (view.At - latest > view.StaleAfter)
        {
            return new Verdict.NoData(string.Create(CultureInfo.InvariantCulture, $"no challenger metrics since {latest.UtcDateTime:HH:mm:ss} UTC"));
        }

        if (evidence.SettledRequests < evidence.RequiredRequests)
        {
            return Building(evidence);
        }

        if (guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion && evidence.Champion.Requests == 0)
        {
            return new Verdict.NoData("the champion has no requests to compare with");
        }

        return evidence.LooksFailed > 0
            ? new Verdict.Inconclusive($"{Measured(guardrail.Rule, evidence)} in {evidence.LooksFailed} of the last {evidence.LooksTaken} looks; {guardrail.FailedLooks} make a breach", 0)
            : new Verdict.Healthy(Measured(guardrail.Rule, evidence));
    }

    private static Verdict.Inconclusive Building(Evidence evidence)
    {
        var arrived = evidence.Challenger.Requests;
        return arrived >= evidence.RequiredRequests
            ? new Verdict.Inconclusive("enough requests, waiting for the newest metrics to settle", 0)
            : new Verdict.Inconclusive(
                string.Create(CultureInfo.InvariantCulture, $"{arrived:N0} of {evidence.RequiredRequests:N0} requests on the challenger"),
                evidence.RequiredRequests - arrived);
    }

    private static string Measured(GuardrailRule rule, Evidence evidence)
    {
        var rate = evidence.LookRequests > 0 ? Percentage.FromFraction((double)evidence.LookBad / evidence.LookRequests).ToString() : "unknown";
        var requests = string.Create(CultureInfo.InvariantCulture, $"{evidence.LookRequests:N0} requests");
        return rule switch
        {
            GuardrailRule.ErrorRateLimit limit => $"error rate {rate} over {requests}, limit {limit.Limit}",
            GuardrailRule.LatencyLimit limit => string.Create(
                CultureInfo.InvariantCulture,
                $"{rate} of {requests} slower than {limit.Limit.TotalMilliseconds:0.##} ms, at most {(1 - limit.Percentile) * 100:0.###} % allowed"),
            GuardrailRule.ErrorRateAgainstChampion => $"error rate {rate} over {requests} against the champion's {evidence.Champion.Rate?.ToString() ?? "unknown"}",
            _ => throw new UnreachableException(),
        };
    }
}
