using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelVariantConfigSummary
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ModelName { get; set; }

    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? VariantName { get; set; }

    [Required]
    public ModelInfrastructureConfig? InfrastructureConfig { get; set; }

    [Required]
    public ModelVariantStatus? Status { get; set; }
}
