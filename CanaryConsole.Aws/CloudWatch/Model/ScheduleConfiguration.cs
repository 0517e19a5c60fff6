namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ScheduleConfiguration
{
    public string? ScheduleExpression { get; set; }

    public long? StartTimeOffset { get; set; }

    public long? EndTimeOffset { get; set; }
}
