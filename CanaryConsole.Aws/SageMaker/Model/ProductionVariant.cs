namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariant
{
    public string? VariantName { get; set; }

    public string? ModelName { get; set; }

    public int? InitialInstanceCount { get; set; }

    public ProductionVariantInstanceType? InstanceType { get; set; }

    public List<InstancePool>? InstancePools { get; set; }

    public int? VariantInstanceProvisionTimeoutInSeconds { get; set; }

    public float? InitialVariantWeight { get; set; }

    public ProductionVariantAcceleratorType? AcceleratorType { get; set; }

    public ProductionVariantCoreDumpConfig? CoreDumpConfig { get; set; }

    public ProductionVariantServerlessConfig? ServerlessConfig { get; set; }

    public int? VolumeSizeInGB { get; set; }

    public int? ModelDataDownloadTimeoutInSeconds { get; set; }

    public int? ContainerStartupHealthCheckTimeoutInSeconds { get; set; }

    public bool? EnableSSMAccess { get; set; }

    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; set; }

    public ProductionVariantRoutingConfig? RoutingConfig { get; set; }

    public ProductionVariantInferenceAmiVersion? InferenceAmiVersion { get; set; }

    public ProductionVariantCapacityReservationConfig? CapacityReservationConfig { get; set; }
}
