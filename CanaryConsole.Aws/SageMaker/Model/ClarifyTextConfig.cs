namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyTextConfig
{
    public ClarifyTextLanguage? Language { get; set; }

    public ClarifyTextGranularity? Granularity { get; set; }
}
