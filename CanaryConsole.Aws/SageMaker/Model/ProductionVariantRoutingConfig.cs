namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantRoutingConfig
{
    public RoutingStrategy? RoutingStrategy { get; set; }
}
