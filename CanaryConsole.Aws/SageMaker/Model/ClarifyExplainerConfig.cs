namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyExplainerConfig
{
    public string? EnableExplanations { get; set; }

    public ClarifyInferenceConfig? InferenceConfig { get; set; }

    public ClarifyShapConfig? ShapConfig { get; set; }
}
