namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class AlarmPromQLCriteria
{
    public string? Query { get; set; }

    public int? PendingPeriod { get; set; }

    public int? RecoveryPeriod { get; set; }
}
