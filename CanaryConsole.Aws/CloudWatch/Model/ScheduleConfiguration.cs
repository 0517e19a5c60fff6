using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ScheduleConfiguration
{
    [Required, Length(1, 256)]
    public string? ScheduleExpression { get; set; }

    [Required, Between(1, 2592000)]
    public long? StartTimeOffset { get; set; }

    [Between(0, 2592000)]
    public long? EndTimeOffset { get; set; }
}
