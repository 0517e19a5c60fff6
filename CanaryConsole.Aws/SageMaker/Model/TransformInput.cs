using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformInput
{
    [Required]
    public TransformDataSource? DataSource { get; set; }

    [Length(0, 256), Pattern(@".*")]
    public string? ContentType { get; set; }

    public CompressionType? CompressionType { get; set; }

    public SplitType? SplitType { get; set; }
}
