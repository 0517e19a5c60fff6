using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceExperimentDataStorageConfig
{
    [Required, Length(0, 512), Pattern(@"(https|s3)://([^/])/?(.*)")]
    public string? Destination { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKey { get; set; }

    public CaptureContentTypeHeader? ContentType { get; set; }
}
