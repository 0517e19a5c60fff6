namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantManagedInstanceScalingScaleInPolicy
{
    public ManagedInstanceScalingScaleInStrategy? Strategy { get; set; }

    public int? MaximumStepSize { get; set; }

    public int? CooldownInMinutes { get; set; }
}
