using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariant
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? VariantName { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ModelName { get; set; }

    [Between(min: 1)]
    public int? InitialInstanceCount { get; set; }

    public ProductionVariantInstanceType? InstanceType { get; set; }

    [Items(1, 5)]
    public List<InstancePool>? InstancePools { get; set; }

    [Between(300, 3600)]
    public int? VariantInstanceProvisionTimeoutInSeconds { get; set; }

    [Between(min: 0)]
    public float? InitialVariantWeight { get; set; }

    public ProductionVariantAcceleratorType? AcceleratorType { get; set; }

    public ProductionVariantCoreDumpConfig? CoreDumpConfig { get; set; }

    public ProductionVariantServerlessConfig? ServerlessConfig { get; set; }

    [Between(1, 512)]
    public int? VolumeSizeInGB { get; set; }

    [Between(60, 3600)]
    public int? ModelDataDownloadTimeoutInSeconds { get; set; }

    [Between(60, 3600)]
    public int? ContainerStartupHealthCheckTimeoutInSeconds { get; set; }

    public bool? EnableSSMAccess { get; set; }

    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; set; }

    public ProductionVariantRoutingConfig? RoutingConfig { get; set; }

    public ProductionVariantInferenceAmiVersion? InferenceAmiVersion { get; set; }

    public ProductionVariantCapacityReservationConfig? CapacityReservationConfig { get; set; }
}
