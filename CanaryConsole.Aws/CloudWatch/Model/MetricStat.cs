namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricStat
{
    public Metric? Metric { get; set; }

    public int? Period { get; set; }

    public string? Stat { get; set; }

    public StandardUnit? Unit { get; set; }
}
