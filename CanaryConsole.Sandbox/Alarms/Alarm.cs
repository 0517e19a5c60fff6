using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>An alarm on a metric or on metric math, and the state it is in.</summary>
internal sealed record Alarm(PutMetricAlarmRequest Definition, AlarmSubject Subject, DateTimeOffset ConfiguredAt)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    public string Name => Definition.AlarmName!;

    public int Periods => Definition.EvaluationPeriods!.Value;

    public int ToAlarm => Definition.DatapointsToAlarm ?? Periods;

    public string TreatMissingData => Definition.TreatMissingData ?? "missing";

    public StateValue State { get; init; } = StateValue.INSUFFICIENT_DATA;

    public string StateReason { get; init; } = "Unchecked: Initial alarm creation";

    public string? StateReasonData { get; init; }

    public DateTimeOffset StateUpdatedAt { get; init; } = ConfiguredAt;

    public DateTimeOffset StateChangedAt { get; init; } = ConfiguredAt;

    /// <summary>How often it is judged: every minute over the periods that have just ended, every ten seconds where its period is shorter than a minute.</summary>
    public TimeSpan Interval => Subject.Period < Minute ? TenSeconds : Minute;

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

    public Alarm In(StateValue state, string reason, string? data, DateTimeOffset now) => this with
    {
        State = state,
        StateReason = reason,
        StateReasonData = data,
        StateUpdatedAt = now,
        StateChangedAt = state == State ? StateChangedAt : now,
    };

    public Alarm InStateOf(Alarm other) => this with
    {
        State = other.State,
        StateReason = other.StateReason,
        StateReasonData = other.StateReasonData,
        StateUpdatedAt = other.StateUpdatedAt,
        StateChangedAt = other.StateChangedAt,
    };
}
