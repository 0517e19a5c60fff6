namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class LogAlarm
{
    public string? AlarmName { get; set; }

    public string? AlarmArn { get; set; }

    public string? AlarmDescription { get; set; }

    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    public bool? ActionsEnabled { get; set; }

    public List<string>? OKActions { get; set; }

    public List<string>? AlarmActions { get; set; }

    public List<string>? InsufficientDataActions { get; set; }

    public StateValue? StateValue { get; set; }

    public string? StateReason { get; set; }

    public string? StateReasonData { get; set; }

    public DateTime? StateUpdatedTimestamp { get; set; }

    public ScheduledQueryConfiguration? ScheduledQueryConfiguration { get; set; }

    public int? QueryResultsToEvaluate { get; set; }

    public int? QueryResultsToAlarm { get; set; }

    public double? Threshold { get; set; }

    public ComparisonOperator? ComparisonOperator { get; set; }

    public string? TreatMissingData { get; set; }

    public DateTime? StateTransitionedTimestamp { get; set; }

    public EvaluationState? EvaluationState { get; set; }

    public int? ActionLogLineCount { get; set; }

    public string? ActionLogLineRoleArn { get; set; }
}
