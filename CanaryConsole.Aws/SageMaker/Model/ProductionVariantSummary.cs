namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantSummary
{
    public string? VariantName { get; set; }

    public List<DeployedImage>? DeployedImages { get; set; }

    public float? CurrentWeight { get; set; }

    public float? DesiredWeight { get; set; }

    public int? CurrentInstanceCount { get; set; }

    public int? DesiredInstanceCount { get; set; }

    public List<InstancePoolSummary>? InstancePools { get; set; }

    public List<ProductionVariantStatus>? VariantStatus { get; set; }

    public ProductionVariantServerlessConfig? CurrentServerlessConfig { get; set; }

    public ProductionVariantServerlessConfig? DesiredServerlessConfig { get; set; }

    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; set; }

    public ProductionVariantRoutingConfig? RoutingConfig { get; set; }

    public ProductionVariantCapacityReservationSummary? CapacityReservationConfig { get; set; }
}
