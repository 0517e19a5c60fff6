namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelMetrics
{
    public ModelQuality? ModelQuality { get; set; }

    public ModelDataQuality? ModelDataQuality { get; set; }

    public Bias? Bias { get; set; }

    public Explainability? Explainability { get; set; }
}
