using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyTextConfig
{
    [Required]
    public ClarifyTextLanguage? Language { get; set; }

    [Required]
    public ClarifyTextGranularity? Granularity { get; set; }
}
