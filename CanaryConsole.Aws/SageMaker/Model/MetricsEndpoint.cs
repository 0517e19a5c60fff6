using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetricsEndpoint
{
    [Required, Length(0, 256), Pattern(@"/(?!.*\.\.)[a-zA-Z0-9/_.\-]+")]
    public string? MetricsEndpointPath { get; set; }

    public int? MetricPublishFrequencyInSeconds { get; set; }
}
