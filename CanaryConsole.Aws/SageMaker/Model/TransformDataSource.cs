using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformDataSource
{
    [Required]
    public TransformS3DataSource? S3DataSource { get; set; }
}
