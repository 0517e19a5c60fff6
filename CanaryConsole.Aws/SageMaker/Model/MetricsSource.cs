namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class MetricsSource
{
    public string? ContentType { get; set; }

    public string? ContentDigest { get; set; }

    public string? S3Uri { get; set; }
}
