namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageContainerDefinition
{
    public string? ContainerHostname { get; set; }

    public string? Image { get; set; }

    public string? ImageDigest { get; set; }

    public string? ModelDataUrl { get; set; }

    public ModelDataSource? ModelDataSource { get; set; }

    public string? ProductId { get; set; }

    public Dictionary<string, string>? Environment { get; set; }

    public ModelInput? ModelInput { get; set; }

    public string? Framework { get; set; }

    public string? FrameworkVersion { get; set; }

    public string? NearestModelName { get; set; }

    public List<AdditionalModelDataSource>? AdditionalModelDataSources { get; set; }

    public AdditionalS3DataSource? AdditionalS3DataSource { get; set; }

    public string? ModelDataETag { get; set; }

    public bool? IsCheckpoint { get; set; }

    public BaseModel? BaseModel { get; set; }
}
