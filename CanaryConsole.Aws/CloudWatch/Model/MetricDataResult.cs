using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricDataResult
{
    [Length(1, 255)]
    public string? Id { get; set; }

    public string? Label { get; set; }

    public List<DateTime>? Timestamps { get; set; }

    public List<double>? Values { get; set; }

    public StatusCode? StatusCode { get; set; }

    public List<MessageData>? Messages { get; set; }
}
