using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantManagedInstanceScalingScaleInPolicy
{
    [Required]
    public ManagedInstanceScalingScaleInStrategy? Strategy { get; set; }

    [Between(1, 100)]
    public int? MaximumStepSize { get; set; }

    [Between(5, 1440)]
    public int? CooldownInMinutes { get; set; }
}
