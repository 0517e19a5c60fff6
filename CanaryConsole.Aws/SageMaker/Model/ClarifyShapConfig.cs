namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyShapConfig
{
    public ClarifyShapBaselineConfig? ShapBaselineConfig { get; set; }

    public int? NumberOfSamples { get; set; }

    public bool? UseLogit { get; set; }

    public int? Seed { get; set; }

    public ClarifyTextConfig? TextConfig { get; set; }
}
