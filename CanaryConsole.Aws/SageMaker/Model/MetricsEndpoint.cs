namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetricsEndpoint
{
    public string? MetricsEndpointPath { get; set; }

    public int? MetricPublishFrequencyInSeconds { get; set; }
}
