namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Explainability
{
    public MetricsSource? Report { get; set; }
}
