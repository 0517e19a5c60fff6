namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class EntityMetricData
{
    public Entity? Entity { get; set; }

    public List<MetricDatum>? MetricData { get; set; }
}
