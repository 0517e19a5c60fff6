using CanaryConsole.Aws.CloudWatch;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>
/// CloudWatch's rule: M of the newest N real datapoints breach. Missing ones are filled in, as the alarm says, only where the whole range has fewer than N real ones.
/// </summary>
internal static class AlarmEvaluation
{
    /// <param name="range">Oldest first; more periods than the alarm's own.</param>
    public static AlarmVerdict Judge(Alarm alarm, IReadOnlyList<AlarmPoint> range)
    {
        var real = range.Where(point => point.Value is not null).ToList();
        var judged = real.TakeLast(alarm.Periods).ToList();
        var filled = alarm.Periods - judged.Count;
        if (HasTooFewSamples(alarm, judged))
        {
            return new AlarmVerdict(null, judged, filled);
        }

        var breaching = judged.Count(point => alarm.IsBreach(point.Value!.Value));
        return new AlarmVerdict(filled == 0 ? AlarmOrOk(alarm, breaching) : WithMissing(alarm, range, judged, breaching, filled), judged, filled);
    }

    private static StateValue? WithMissing(Alarm alarm, IReadOnlyList<AlarmPoint> range, List<AlarmPoint> judged, int breaching, int filled)
    {
        switch (alarm.TreatMissingData)
        {
            case "breaching":
                return AlarmOrOk(alarm, breaching + filled);
            case "notBreaching":
                return AlarmOrOk(alarm, breaching);
            default:
                var isIgnored = alarm.TreatMissingData == "ignore";
                if (judged.Count == 0)
                {
                    return isIgnored ? null : StateValue.INSUFFICIENT_DATA;
                }

                if (breaching >= alarm.ToAlarm)
                {
                    return StateValue.ALARM;
                }

                if (breaching < judged.Count)
                {
                    return StateValue.OK;
                }

                // All that is known breaches, but it is less than M: an alarm once the oldest of it is M periods old; until then the next one may be healthy.
                var age = range.Count - range.ToList().FindIndex(point => point.Value is not null);
                return !isIgnored && age >= alarm.ToAlarm ? StateValue.ALARM : null;
        }
    }

    // p99 needs 10 / (1 - 0.99) samples to mean anything, p10 needs 10 / 0.1.
    private static bool HasTooFewSamples(Alarm alarm, List<AlarmPoint> judged)
    {
        if (alarm.Definition.EvaluateLowSampleCountPercentile != "ignore" || alarm.Subject.PercentileShare is not { } share)
        {
            return false;
        }

        var needed = 10 / Math.Max(1e-9, share < 0.5 ? share : 1 - share);
        return judged.Exists(point => point.Samples < Math.Round(needed, 6));
    }

    private static StateValue AlarmOrOk(Alarm alarm, int breaching) => breaching >= alarm.ToAlarm ? StateValue.ALARM : StateValue.OK;
}
