namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DriftCheckModelQuality
{
    public MetricsSource? Statistics { get; set; }

    public MetricsSource? Constraints { get; set; }
}
