using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyShapConfig
{
    [Required]
    public ClarifyShapBaselineConfig? ShapBaselineConfig { get; set; }

    [Between(min: 1)]
    public int? NumberOfSamples { get; set; }

    public bool? UseLogit { get; set; }

    public int? Seed { get; set; }

    public ClarifyTextConfig? TextConfig { get; set; }
}
