using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricDatum
{
    [Required, Length(1, 255)]
    public string? MetricName { get; set; }

    [Items(max: 30)]
    public List<Dimension>? Dimensions { get; set; }

    public DateTime? Timestamp { get; set; }

    public double? Value { get; set; }

    public StatisticSet? StatisticValues { get; set; }

    public List<double>? Values { get; set; }

    public List<double>? Counts { get; set; }

    public StandardUnit? Unit { get; set; }

    [Between(min: 1)]
    public int? StorageResolution { get; set; }
}
