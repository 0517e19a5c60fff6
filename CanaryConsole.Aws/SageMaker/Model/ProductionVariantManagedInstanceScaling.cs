namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantManagedInstanceScaling
{
    public ManagedInstanceScalingStatus? Status { get; set; }

    public int? MinInstanceCount { get; set; }

    public int? MaxInstanceCount { get; set; }

    public ProductionVariantManagedInstanceScalingScaleInPolicy? ScaleInPolicy { get; set; }
}
