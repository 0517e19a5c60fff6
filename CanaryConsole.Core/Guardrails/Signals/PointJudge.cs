using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Resources and metrics: so many of the latest values beyond the limit are a breach. Values of another share do not count. Pure.</summary>
internal static class PointJudge
{
    /// <summary>The first moments of a share have no values yet.</summary>
    private static readonly TimeSpan FirstValueGrace = TimeSpan.FromMinutes(1);

    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailView view, PointLimit limit)
    {
        var reading = view.Signals.GetValueOrDefault(guardrail.Name) ?? SignalReading.None;
        List<SignalPoint> points = [.. reading.Points.Where(point => point.Start >= view.Since && double.IsFinite(point.Value))];
        var looks = points.TakeLast(guardrail.Looks).ToList();
        var failed = looks.Count(point => limit.Fails(point.Value));
        var latest = points.Count > 0 ? points[^1] : null;
        var evidence = Evidence.None with
        {
            LooksFailed = failed,
            LooksTaken = looks.Count,
            Strength = latest is null ? 0 : limit.Strength(latest.Value),
            LatestWindowEnd = latest is null ? null : latest.Start + latest.Period,
            Signal = new SignalEvidence(latest?.Value, limit.Limit, limit.Unit, [.. points.TakeLast(SignalEvidence.MostPoints)]),
        };
        // Of all the share, not of the latest looks alone: values that come often are never settled while they are the latest.
        var settled = points.Count(point => point.Start + point.Period <= view.SettledBefore);
        return new GuardrailAssessment(guardrail, evidence, Judge(guardrail, view, limit, reading, looks, failed, settled));
    }

    private static Verdict Judge(
        Guardrail guardrail, GuardrailView view, PointLimit limit, SignalReading reading, List<SignalPoint> looks, int failed, int settled)
    {
        if (limit.Limit is null)
        {
            return new Verdict.Blind($"a limit of {limit.Asked} cannot be compared with {limit.What}, which is measured in {limit.Unit}");
        }

        // A breach may rest on values that still change; the value named is the one that failed last.
        if (failed >= guardrail.FailedLooks)
        {
            return new Verdict.Breach($"{limit.Measured(looks.Last(point => limit.Fails(point.Value)).Value)}, in {failed} of the last {looks.Count} values");
        }

        if (reading.Problem is { } problem)
        {
            return new Verdict.Blind(problem);
        }

        if (looks.Count == 0)
        {
            return view.At - view.Since < FirstValueGrace + view.StaleAfter
                ? new Verdict.Inconclusive($"waiting for the first value of {limit.What} at this share", 0)
                : new Verdict.NoData($"{limit.What} has no value at this share");
        }

        var end = looks[^1].Start + looks[^1].Period;
        if (view.At - end > view.StaleAfter + looks[^1].Period)
        {
            return new Verdict.NoData(string.Create(CultureInfo.InvariantCulture, $"{limit.What} has no value since {end.UtcDateTime:HH:mm:ss} UTC"));
        }

        if (failed > 0)
        {
            return new Verdict.Inconclusive($"{limit.Measured(looks.Last(point => limit.Fails(point.Value)).Value)} in {failed} of the last {looks.Count} values; {guardrail.FailedLooks} make a breach", 0);
        }

        // Fewer settled values than make a breach would prove no health either.
        return settled < guardrail.FailedLooks
            ? new Verdict.Inconclusive($"{settled} of {guardrail.FailedLooks} settled values of {limit.What}", 0)
            : new Verdict.Healthy(limit.Measured(looks[^1].Value));
    }
}
