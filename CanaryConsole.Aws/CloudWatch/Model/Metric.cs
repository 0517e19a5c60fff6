using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class Metric
{
    [Length(1, 255), Pattern(@"[^:].*")]
    public string? Namespace { get; set; }

    [Length(1, 255)]
    public string? MetricName { get; set; }

    [Items(max: 30)]
    public List<Dimension>? Dimensions { get; set; }
}
