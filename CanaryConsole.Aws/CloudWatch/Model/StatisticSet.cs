using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class StatisticSet
{
    [Required]
    public double? SampleCount { get; set; }

    [Required]
    public double? Sum { get; set; }

    [Required]
    public double? Minimum { get; set; }

    [Required]
    public double? Maximum { get; set; }
}
