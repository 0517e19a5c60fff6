using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ContainerDefinition
{
    [Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ContainerHostname { get; set; }

    [Length(0, 255), Pattern(@"[\S]+")]
    public string? Image { get; set; }

    public ImageConfig? ImageConfig { get; set; }

    public ContainerMode? Mode { get; set; }

    [Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? ModelDataUrl { get; set; }

    public ModelDataSource? ModelDataSource { get; set; }

    [Items(0, 5)]
    public List<AdditionalModelDataSource>? AdditionalModelDataSources { get; set; }

    [Items(0, 100), Length(0, 1024, Of = Part.Keys), Pattern(@"[a-zA-Z_][a-zA-Z0-9_]*", Of = Part.Keys), Length(0, 1024, Of = Part.Values)]
    [Pattern(@"[\S\s]*", Of = Part.Values)]
    public Dictionary<string, string>? Environment { get; set; }

    [Length(1, 176)]
    [Pattern(@"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?")]
    public string? ModelPackageName { get; set; }

    [Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? InferenceSpecificationName { get; set; }

    public MultiModelConfig? MultiModelConfig { get; set; }

    public ContainerMetricsConfig? ContainerMetricsConfig { get; set; }
}
