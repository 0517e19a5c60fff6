using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ShadowModelVariantConfig
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ShadowModelVariantName { get; set; }

    [Required, Between(max: 100)]
    public int? SamplingPercentage { get; set; }
}
