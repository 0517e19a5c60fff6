using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyExplainerConfig
{
    [Length(1, 64), Pattern(@".*")]
    public string? EnableExplanations { get; set; }

    public ClarifyInferenceConfig? InferenceConfig { get; set; }

    [Required]
    public ClarifyShapConfig? ShapConfig { get; set; }
}
