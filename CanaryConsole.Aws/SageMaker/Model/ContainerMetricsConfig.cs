using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ContainerMetricsConfig
{
    [Items(0, 1)]
    public List<MetricsEndpoint>? MetricsEndpoints { get; set; }
}
