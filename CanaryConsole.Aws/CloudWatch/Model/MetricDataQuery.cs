using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricDataQuery
{
    [Required, Length(1, 255)]
    public string? Id { get; set; }

    public MetricStat? MetricStat { get; set; }

    [Length(1, 2048)]
    public string? Expression { get; set; }

    public string? Label { get; set; }

    public bool? ReturnData { get; set; }

    [Between(min: 1)]
    public int? Period { get; set; }

    [Length(1, 255)]
    public string? AccountId { get; set; }
}
