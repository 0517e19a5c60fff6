using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantRoutingConfig
{
    [Required]
    public RoutingStrategy? RoutingStrategy { get; set; }
}
