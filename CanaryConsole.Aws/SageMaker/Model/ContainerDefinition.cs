namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ContainerDefinition
{
    public string? ContainerHostname { get; set; }

    public string? Image { get; set; }

    public ImageConfig? ImageConfig { get; set; }

    public ContainerMode? Mode { get; set; }

    public string? ModelDataUrl { get; set; }

    public ModelDataSource? ModelDataSource { get; set; }

    public List<AdditionalModelDataSource>? AdditionalModelDataSources { get; set; }

    public Dictionary<string, string>? Environment { get; set; }

    public string? ModelPackageName { get; set; }

    public string? InferenceSpecificationName { get; set; }

    public MultiModelConfig? MultiModelConfig { get; set; }

    public ContainerMetricsConfig? ContainerMetricsConfig { get; set; }
}
