namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ContainerMetricsConfig
{
    public List<MetricsEndpoint>? MetricsEndpoints { get; set; }
}
