namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Bias
{
    public MetricsSource? Report { get; set; }

    public MetricsSource? PreTrainingReport { get; set; }

    public MetricsSource? PostTrainingReport { get; set; }
}
