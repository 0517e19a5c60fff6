using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantManagedInstanceScaling
{
    public ManagedInstanceScalingStatus? Status { get; set; }

    [Between(min: 0)]
    public int? MinInstanceCount { get; set; }

    [Between(min: 1)]
    public int? MaxInstanceCount { get; set; }

    public ProductionVariantManagedInstanceScalingScaleInPolicy? ScaleInPolicy { get; set; }
}
