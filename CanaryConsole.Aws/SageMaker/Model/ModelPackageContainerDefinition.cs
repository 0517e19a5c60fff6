using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageContainerDefinition
{
    [Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ContainerHostname { get; set; }

    [Length(0, 255), Pattern(@"[\S]+")]
    public string? Image { get; set; }

    [Length(0, 72), Pattern(@"[Ss][Hh][Aa]256:[0-9a-fA-F]{64}")]
    public string? ImageDigest { get; set; }

    [Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? ModelDataUrl { get; set; }

    public ModelDataSource? ModelDataSource { get; set; }

    [Length(0, 256), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    public string? ProductId { get; set; }

    [Items(0, 100), Length(0, 1024, Of = Part.Keys), Pattern(@"[a-zA-Z_][a-zA-Z0-9_]*", Of = Part.Keys), Length(0, 1024, Of = Part.Values)]
    [Pattern(@"[\S\s]*", Of = Part.Values)]
    public Dictionary<string, string>? Environment { get; set; }

    public ModelInput? ModelInput { get; set; }

    public string? Framework { get; set; }

    [Length(3, 10), Pattern(@"[0-9]\.[A-Za-z0-9.-]+")]
    public string? FrameworkVersion { get; set; }

    public string? NearestModelName { get; set; }

    [Items(0, 5)]
    public List<AdditionalModelDataSource>? AdditionalModelDataSources { get; set; }

    public AdditionalS3DataSource? AdditionalS3DataSource { get; set; }

    public string? ModelDataETag { get; set; }

    public bool? IsCheckpoint { get; set; }

    public BaseModel? BaseModel { get; set; }
}
