using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class SourceAlgorithm
{
    [Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? ModelDataUrl { get; set; }

    public ModelDataSource? ModelDataSource { get; set; }

    public string? ModelDataETag { get; set; }

    [Required, Length(1, 170)]
    [Pattern(@"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)")]
    public string? AlgorithmName { get; set; }
}
