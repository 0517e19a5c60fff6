using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>An alarm in the words of the wire.</summary>
internal static class AlarmDescription
{
    public static MetricAlarm Of(Alarm alarm)
    {
        var definition = alarm.Definition;
        return new MetricAlarm
        {
            AlarmName = alarm.Name,
            AlarmArn = Arn.Alarm(alarm.Name),
            AlarmDescription = definition.AlarmDescription,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfiguredAt.UtcDateTime,
            ActionsEnabled = definition.ActionsEnabled ?? true,
            OKActions = definition.OKActions ?? [],
            AlarmActions = definition.AlarmActions ?? [],
            InsufficientDataActions = definition.InsufficientDataActions ?? [],
            StateValue = alarm.State,
            StateReason = alarm.StateReason,
            StateReasonData = alarm.StateReasonData,
            Metrics = definition.Metrics,
            StateUpdatedTimestamp = alarm.StateUpdatedAt.UtcDateTime,
            StateTransitionedTimestamp = alarm.StateChangedAt.UtcDateTime,
            MetricName = definition.MetricName,
            Namespace = definition.Namespace,
            Statistic = definition.Statistic,
            ExtendedStatistic = definition.ExtendedStatistic,
            Dimensions = definition.Dimensions ?? [],
            Period = definition.Period,
            Unit = definition.Unit,
            EvaluationPeriods = definition.EvaluationPeriods,
            DatapointsToAlarm = definition.DatapointsToAlarm,
            Threshold = definition.Threshold,
            ComparisonOperator = definition.ComparisonOperator,
            TreatMissingData = alarm.TreatMissingData,
            EvaluateLowSampleCountPercentile = definition.EvaluateLowSampleCountPercentile,
        };
    }
}
