using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>An existing alarm: ALARM is a breach, OK is health once the alarm has had time to see the share, insufficient data is neither. Pure.</summary>
internal static class AlarmJudge
{
    private const double InAlarm = 1;

    /// <summary>The reading's newest point is the state the alarm was last seen in; its start is since when, its end when it was seen.</summary>
    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailRule.AlarmState rule, GuardrailView view)
    {
        var reading = view.Signals.GetValueOrDefault(guardrail.Name) ?? SignalReading.None;
        var state = reading.Points.Count > 0 ? reading.Points[^1] : null;
        var evidence = Evidence.None with
        {
            LooksFailed = state is { Value: InAlarm } ? 1 : 0,
            LooksTaken = state is null ? 0 : 1,
            Strength = state is { Value: InAlarm } ? 1 : 0,
            LatestWindowEnd = state is null ? null : state.Start + state.Period,
            Signal = new SignalEvidence(state?.Value, null, MetricUnit.None, [.. reading.Points.TakeLast(SignalEvidence.MostPoints)]),
        };
        return new GuardrailAssessment(guardrail, evidence, Judge(rule, view, reading, state));
    }

    private static Verdict Judge(GuardrailRule.AlarmState rule, GuardrailView view, SignalReading reading, SignalPoint? state)
    {
        if (state is { Value: InAlarm } && state.Start < view.GuardedSince)
        {
            return new Verdict.SharedCause(string.Create(
                CultureInfo.InvariantCulture,
                $"alarm {rule.AlarmName} has been in ALARM since {state.Start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, before the challenger had traffic: a shared cause, not the challenger"));
        }

        if (state is { Value: InAlarm })
        {
            return new Verdict.Breach(string.Create(
                CultureInfo.InvariantCulture, $"alarm {rule.AlarmName} is in ALARM since {state.Start.UtcDateTime:HH:mm:ss} UTC"));
        }

        if (reading.Problem is { } problem)
        {
            return new Verdict.Blind(problem);
        }

        if (state is null)
        {
            return new Verdict.NoData($"alarm {rule.AlarmName} has insufficient data");
        }

        var seen = state.Start + state.Period;
        if (view.At - seen > view.StaleAfter)
        {
            return new Verdict.NoData(string.Create(CultureInfo.InvariantCulture, $"alarm {rule.AlarmName} was last seen at {seen.UtcDateTime:HH:mm:ss} UTC"));
        }

        return view.Since <= view.SettledBefore
            ? new Verdict.Healthy($"alarm {rule.AlarmName} is OK")
            : new Verdict.Inconclusive($"alarm {rule.AlarmName} is OK, and has had no time yet to see this share", 0);
    }
}
