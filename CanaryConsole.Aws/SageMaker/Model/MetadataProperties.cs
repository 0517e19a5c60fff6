namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetadataProperties
{
    public string? CommitId { get; set; }

    public string? Repository { get; set; }

    public string? GeneratedBy { get; set; }

    public string? ProjectId { get; set; }
}
