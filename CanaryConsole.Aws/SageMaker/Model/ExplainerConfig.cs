namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ExplainerConfig
{
    public ClarifyExplainerConfig? ClarifyExplainerConfig { get; set; }
}
