using System.Globalization;
using CanaryConsole.Aws.CloudWatch;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>CloudWatch's rule: M of the last N periods breach, and a missing period counts as the alarm says.</summary>
internal static class AlarmEvaluation
{
    /// <summary>The alarm in the state that its last N periods give it, newest last; null is a period without data.</summary>
    public static Alarm Evaluate(Alarm alarm, IReadOnlyList<double?> periods, DateTimeOffset now)
    {
        var treatment = alarm.Definition.TreatMissingData ?? "missing";
        var missing = periods.Count(value => value is null);
        var breaching = periods.Count(value => value is { } present && alarm.IsBreach(present));
        var healthy = periods.Count - missing - breaching;
        switch (treatment)
        {
            case "breaching":
                breaching += missing;
                break;
            case "notBreaching":
                healthy += missing;
                break;
            default:
                break;
        }

        if (breaching >= alarm.ToAlarm)
        {
            return Into(StateValue.ALARM, $"{breaching} out of the last {periods.Count} datapoints {Listed(periods)} crossed the threshold ({Threshold(alarm)}).");
        }

        if (healthy > alarm.Periods - alarm.ToAlarm)
        {
            return Into(StateValue.OK, $"{healthy} out of the last {periods.Count} datapoints {Listed(periods)} were within the threshold ({Threshold(alarm)}).");
        }

        // What is left hangs on missing periods.
        return treatment switch
        {
            "ignore" => alarm,
            _ when healthy + breaching == 0 => Into(StateValue.INSUFFICIENT_DATA, $"Insufficient Data: {missing} datapoints were unknown."),
            _ when healthy == 0 => Into(StateValue.ALARM, $"All {breaching} known datapoints {Listed(periods)} crossed the threshold ({Threshold(alarm)})."),
            _ => Into(StateValue.OK, $"{healthy} of the known datapoints {Listed(periods)} were within the threshold ({Threshold(alarm)})."),
        };

        Alarm Into(StateValue state, string reason) => state == alarm.State ? alarm : alarm.In(state, $"Threshold Crossed: {reason}", now);
    }

    private static string Listed(IReadOnlyList<double?> periods) =>
        $"[{string.Join(", ", periods.OfType<double>().Select(value => value.ToString("0.######", CultureInfo.InvariantCulture)))}]";

    private static string Threshold(Alarm alarm) => alarm.Definition.Threshold!.Value.ToString(CultureInfo.InvariantCulture);
}
