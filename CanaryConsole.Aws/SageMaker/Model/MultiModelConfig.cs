namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MultiModelConfig
{
    public ModelCacheSetting? ModelCacheSetting { get; set; }
}
