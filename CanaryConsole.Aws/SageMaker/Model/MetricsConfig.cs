namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetricsConfig
{
    public bool? EnableEnhancedMetrics { get; set; }

    public bool? EnableDetailedObservability { get; set; }

    public int? MetricPublishFrequencyInSeconds { get; set; }
}
