using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricStat
{
    [Required]
    public Metric? Metric { get; set; }

    [Required, Between(min: 1)]
    public int? Period { get; set; }

    [Required]
    public string? Stat { get; set; }

    public StandardUnit? Unit { get; set; }
}
