using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class AlarmPromQLCriteria
{
    [Required, Length(1, 10000)]
    public string? Query { get; set; }

    [Between(0, 86400)]
    public int? PendingPeriod { get; set; }

    [Between(0, 86400)]
    public int? RecoveryPeriod { get; set; }
}
