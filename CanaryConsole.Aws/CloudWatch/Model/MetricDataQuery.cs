namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MetricDataQuery
{
    public string? Id { get; set; }

    public MetricStat? MetricStat { get; set; }

    public string? Expression { get; set; }

    public string? Label { get; set; }

    public bool? ReturnData { get; set; }

    public int? Period { get; set; }

    public string? AccountId { get; set; }
}
