namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ScheduledQueryConfiguration
{
    public string? QueryString { get; set; }

    public List<string>? LogGroupIdentifiers { get; set; }

    public string? QueryARN { get; set; }

    public string? ScheduledQueryRoleARN { get; set; }

    public ScheduleConfiguration? ScheduleConfiguration { get; set; }

    public string? AggregationExpression { get; set; }

    public List<Tag>? Tags { get; set; }
}
