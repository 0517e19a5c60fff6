namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DriftCheckBaselines
{
    public DriftCheckBias? Bias { get; set; }

    public DriftCheckExplainability? Explainability { get; set; }

    public DriftCheckModelQuality? ModelQuality { get; set; }

    public DriftCheckModelDataQuality? ModelDataQuality { get; set; }
}
