using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ScheduledQueryConfiguration
{
    [Required, Length(0, 10000)]
    public string? QueryString { get; set; }

    [Items(1, 50), Length(1, 1024, Of = Part.Items)]
    public List<string>? LogGroupIdentifiers { get; set; }

    [Length(1, 1024)]
    public string? QueryARN { get; set; }

    [Required, Length(1, 1024)]
    public string? ScheduledQueryRoleARN { get; set; }

    [Required]
    public ScheduleConfiguration? ScheduleConfiguration { get; set; }

    [Required, Length(1, 2048)]
    public string? AggregationExpression { get; set; }

    public List<Tag>? Tags { get; set; }
}
