using System.Text.Encodings.Web;
using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>What a change of state says to a topic.</summary>
internal static class AlarmMessage
{
    private const int LongestSubject = 100;
    private const string RegionName = "EU (Frankfurt)";

    // Alarms read by people keep their signs: -> is not \u003E.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Subject(Alarm alarm)
    {
        var subject = $"{alarm.State}: \"{alarm.Name}\" in {RegionName}";
        return subject.Length <= LongestSubject ? subject : $"{subject[..(LongestSubject - 3)]}...";
    }

    public static string Body(Alarm alarm, StateValue old) => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["AlarmName"] = alarm.Name,
            ["AlarmDescription"] = alarm.Definition.AlarmDescription,
            ["AWSAccountId"] = Arn.Account,
            ["AlarmConfigurationUpdatedTimestamp"] = AlarmReason.Timestamp(alarm.ConfiguredAt),
            ["NewStateValue"] = alarm.State.Value,
            ["NewStateReason"] = alarm.StateReason,
            ["StateChangeTime"] = AlarmReason.Timestamp(alarm.StateChangedAt),
            ["Region"] = RegionName,
            ["AlarmArn"] = Arn.Alarm(alarm.Name),
            ["OldStateValue"] = old.Value,
            ["OKActions"] = alarm.Definition.OKActions ?? [],
            ["AlarmActions"] = alarm.Definition.AlarmActions ?? [],
            ["InsufficientDataActions"] = alarm.Definition.InsufficientDataActions ?? [],
            ["Trigger"] = Trigger(alarm),
        },
        Options);

    private static Dictionary<string, object?> Trigger(Alarm alarm)
    {
        var definition = alarm.Definition;
        var trigger = new Dictionary<string, object?>();
        if (definition.Metrics is { } metrics)
        {
            trigger["Metrics"] = metrics.Select(query => new Dictionary<string, object?>
            {
                ["Expression"] = query.Expression,
                ["Id"] = query.Id,
                ["Label"] = query.Label,
                ["ReturnData"] = query.ReturnData ?? true,
            });
        }
        else
        {
            trigger["MetricName"] = definition.MetricName;
            trigger["Namespace"] = definition.Namespace;
            trigger["StatisticType"] = definition.ExtendedStatistic is null ? "Statistic" : "ExtendedStatistic";
            trigger[definition.ExtendedStatistic is null ? "Statistic" : "ExtendedStatistic"] = definition.ExtendedStatistic ?? Shouted(definition.Statistic);
            trigger["Unit"] = definition.Unit?.Value;
            trigger["Dimensions"] = (definition.Dimensions ?? []).Select(one => new { value = one.Value, name = one.Name });
        }

        trigger["Period"] = (int)alarm.Subject.Period.TotalSeconds;
        trigger["EvaluationPeriods"] = alarm.Periods;
        trigger["DatapointsToAlarm"] = alarm.ToAlarm;
        trigger["ComparisonOperator"] = definition.ComparisonOperator!.Value;
        trigger["Threshold"] = definition.Threshold;
        trigger["TreatMissingData"] = alarm.TreatMissingData;
        trigger["EvaluateLowSampleCountPercentile"] = definition.EvaluateLowSampleCountPercentile ?? "";
        return trigger;
    }

    // The message alone has statistics in capitals: SAMPLE_COUNT.
    private static string? Shouted(Statistic? statistic) => statistic?.Value == "SampleCount" ? "SAMPLE_COUNT" : statistic?.Value.ToUpperInvariant();
}
