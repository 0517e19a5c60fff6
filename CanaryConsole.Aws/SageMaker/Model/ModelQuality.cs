namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelQuality
{
    public MetricsSource? Statistics { get; set; }

    public MetricsSource? Constraints { get; set; }
}
