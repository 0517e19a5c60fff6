using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class LogAlarm
{
    [Length(1, 255)]
    public string? AlarmName { get; set; }

    [Length(1, 1600)]
    public string? AlarmArn { get; set; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; set; }

    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    public bool? ActionsEnabled { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? OKActions { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? AlarmActions { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? InsufficientDataActions { get; set; }

    public StateValue? StateValue { get; set; }

    [Length(0, 1023)]
    public string? StateReason { get; set; }

    [Length(0, 4000)]
    public string? StateReasonData { get; set; }

    public DateTime? StateUpdatedTimestamp { get; set; }

    public ScheduledQueryConfiguration? ScheduledQueryConfiguration { get; set; }

    [Between(min: 1)]
    public int? QueryResultsToEvaluate { get; set; }

    [Between(min: 1)]
    public int? QueryResultsToAlarm { get; set; }

    public double? Threshold { get; set; }

    public ComparisonOperator? ComparisonOperator { get; set; }

    [Length(1, 255)]
    public string? TreatMissingData { get; set; }

    public DateTime? StateTransitionedTimestamp { get; set; }

    public EvaluationState? EvaluationState { get; set; }

    public int? ActionLogLineCount { get; set; }

    public string? ActionLogLineRoleArn { get; set; }
}
