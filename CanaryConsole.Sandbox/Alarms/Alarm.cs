using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>An alarm on one metric, and the state it is in.</summary>
internal sealed record Alarm(PutMetricAlarmRequest Definition, MetricQuery Query, DateTimeOffset ConfiguredAt)
{
    public string Name => Definition.AlarmName!;

    public int Periods => Definition.EvaluationPeriods!.Value;

    public int ToAlarm => Definition.DatapointsToAlarm ?? Periods;

    public StateValue State { get; init; } = StateValue.INSUFFICIENT_DATA;

    public string StateReason { get; init; } = "Unchecked: Initial alarm creation";

    public DateTimeOffset StateUpdatedAt { get; init; } = ConfiguredAt;

    public DateTimeOffset StateChangedAt { get; init; } = ConfiguredAt;

    public IReadOnlyList<string> Actions => Definition.ActionsEnabled == false
        ? []
        : (State == StateValue.ALARM ? Definition.AlarmActions : State == StateValue.OK ? Definition.OKActions : Definition.InsufficientDataActions) ?? [];

    public bool IsBreach(double value)
    {
        var threshold = Definition.Threshold!.Value;
        return Definition.ComparisonOperator!.Value switch
        {
            "GreaterThanOrEqualToThreshold" => value >= threshold,
            "GreaterThanThreshold" => value > threshold,
            "LessThanThreshold" => value < threshold,
            _ => value <= threshold,
        };
    }

    public Alarm In(StateValue state, string reason, DateTimeOffset now) => this with
    {
        State = state,
        StateReason = reason,
        StateUpdatedAt = now,
        StateChangedAt = state == State ? StateChangedAt : now,
    };
}
