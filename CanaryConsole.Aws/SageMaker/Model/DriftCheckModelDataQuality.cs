namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DriftCheckModelDataQuality
{
    public MetricsSource? Statistics { get; set; }

    public MetricsSource? Constraints { get; set; }
}
