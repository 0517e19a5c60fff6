namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class Metric
{
    public string? Namespace { get; set; }

    public string? MetricName { get; set; }

    public List<Dimension>? Dimensions { get; set; }
}
