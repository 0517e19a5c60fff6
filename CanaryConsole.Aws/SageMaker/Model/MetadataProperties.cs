using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetadataProperties
{
    [Length(0, 1024), Pattern(@".*")]
    public string? CommitId { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Repository { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? GeneratedBy { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? ProjectId { get; set; }
}
