using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InstancePool
{
    [Required]
    public ProductionVariantInstanceType? InstanceType { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ModelNameOverride { get; set; }

    [Required, Between(1, 5)]
    public int? Priority { get; set; }
}
