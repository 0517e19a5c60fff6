using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>Why an alarm changed its state: in words, and as data.</summary>
internal static class AlarmReason
{
    private const int LongestWords = 1023;
    private const int LongestData = 4000;
    private const int PointsNamed = 5;

    // Times keep their sign: +0000 is not \u002B0000.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string InWords(Alarm alarm, AlarmVerdict verdict)
    {
        var words = Words(alarm, verdict);
        return words.Length <= LongestWords ? words : words[..LongestWords];
    }

    public static string AsData(Alarm alarm, AlarmVerdict verdict, DateTimeOffset now)
    {
        var data = JsonSerializer.Serialize(Members(alarm, verdict, now, alarm.Periods), Options);
        return data.Length <= LongestData ? data : JsonSerializer.Serialize(Members(alarm, verdict, now, PointsNamed), Options);
    }

    /// <summary>A number as CloudWatch writes it: never without a decimal.</summary>
    public static string Number(double value) => value.ToString("0.0###############", CultureInfo.InvariantCulture);

    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static string Words(Alarm alarm, AlarmVerdict verdict)
    {
        if (verdict.State == StateValue.INSUFFICIENT_DATA)
        {
            return $"Insufficient Data: {Count(verdict.Filled, "datapoint")} {(verdict.Filled == 1 ? "was" : "were")} unknown.";
        }

        var treated = alarm.TreatMissingData is "breaching" or "notBreaching" && verdict.Filled > 0
            ? $"{Count(verdict.Filled, "missing datapoint")} {(verdict.Filled == 1 ? "was" : "were")} treated as [{(alarm.TreatMissingData == "breaching" ? "Breaching" : "NonBreaching")}]"
            : null;
        if (verdict.Judged.Count == 0)
        {
            return $"Threshold Crossed: no datapoints were received for {Count(alarm.Periods, "period")}{(treated is null ? "" : $" and {treated}")}.";
        }

        var isAlarm = verdict.State == StateValue.ALARM;
        var telling = verdict.Judged.Where(point => alarm.IsBreach(point.Value!.Value) == isAlarm).Reverse().ToList();
        var listed = string.Join(", ", telling.Take(PointsNamed).Select(point => string.Create(
            CultureInfo.InvariantCulture, $"{Number(point.Value!.Value)} ({point.At.UtcDateTime:dd/MM/yy HH:mm:ss})")));
        var verb = telling.Count == 1 ? "was" : "were";
        var needed = isAlarm ? alarm.ToAlarm : alarm.Periods - alarm.ToAlarm + 1;
        var moved = isAlarm ? "OK -> ALARM" : "ALARM -> OK";
        return $"Threshold Crossed: {telling.Count} out of the last {verdict.Judged.Count} datapoints [{listed}] {verb} {(isAlarm ? "" : "not ")}{Comparison(alarm)}"
            + $" the threshold ({Number(alarm.Definition.Threshold!.Value)}){(treated is null ? "" : $" and {treated}")} (minimum {Count(needed, "datapoint")} for {moved} transition).";
    }

    private static string Comparison(Alarm alarm) => alarm.Definition.ComparisonOperator!.Value switch
    {
        "GreaterThanOrEqualToThreshold" => "greater than or equal to",
        "GreaterThanThreshold" => "greater than",
        "LessThanThreshold" => "less than",
        _ => "less than or equal to",
    };

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static Dictionary<string, object?> Members(Alarm alarm, AlarmVerdict verdict, DateTimeOffset now, int points)
    {
        var newest = verdict.Judged.TakeLast(points).ToList();
        var members = new Dictionary<string, object?>
        {
            ["version"] = "1.0",
            ["queryDate"] = Timestamp(now),
        };
        if (newest.Count > 0)
        {
            members["startDate"] = Timestamp(newest[0].At);
        }

        if (alarm.Definition.Metrics is null)
        {
            members["statistic"] = alarm.Definition.ExtendedStatistic ?? alarm.Definition.Statistic?.Value;
        }

        members["period"] = (int)alarm.Subject.Period.TotalSeconds;
        members["recentDatapoints"] = newest.ConvertAll(point => point.Value!.Value);
        members["threshold"] = alarm.Definition.Threshold;
        members["evaluatedDatapoints"] = newest.AsEnumerable().Reverse().Select(point => new Dictionary<string, object?>
        {
            ["timestamp"] = Timestamp(point.At),
            ["sampleCount"] = point.Samples == long.MaxValue ? null : point.Samples,
            ["value"] = point.Value,
        });
        return members;
    }
}
