using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ShadowModeConfig
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? SourceModelVariantName { get; set; }

    [Required, Items(1, 1)]
    public List<ShadowModelVariantConfig>? ShadowModelVariants { get; set; }
}
