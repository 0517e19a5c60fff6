namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelDataQuality
{
    public MetricsSource? Statistics { get; set; }

    public MetricsSource? Constraints { get; set; }
}
