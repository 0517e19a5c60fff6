using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantSummary
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? VariantName { get; set; }

    public List<DeployedImage>? DeployedImages { get; set; }

    [Between(min: 0)]
    public float? CurrentWeight { get; set; }

    [Between(min: 0)]
    public float? DesiredWeight { get; set; }

    [Between(min: 0)]
    public int? CurrentInstanceCount { get; set; }

    [Between(min: 0)]
    public int? DesiredInstanceCount { get; set; }

    [Items(min: 1)]
    public List<InstancePoolSummary>? InstancePools { get; set; }

    [Items(0, 5)]
    public List<ProductionVariantStatus>? VariantStatus { get; set; }

    public ProductionVariantServerlessConfig? CurrentServerlessConfig { get; set; }

    public ProductionVariantServerlessConfig? DesiredServerlessConfig { get; set; }

    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; set; }

    public ProductionVariantRoutingConfig? RoutingConfig { get; set; }

    public ProductionVariantCapacityReservationSummary? CapacityReservationConfig { get; set; }
}
