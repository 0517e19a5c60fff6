using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformOutput
{
    [Required, Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? S3OutputPath { get; set; }

    [Length(0, 256), Pattern(@".*")]
    public string? Accept { get; set; }

    public AssemblyType? AssembleWith { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }
}
