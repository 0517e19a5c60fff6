using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class TargetTrackingMetricDataQuery
{
    [Length(1, 2048), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Expression { get; set; }

    [Required, Length(1, 255), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Id { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Label { get; set; }

    public TargetTrackingMetricStat? MetricStat { get; set; }

    public bool? ReturnData { get; set; }
}
