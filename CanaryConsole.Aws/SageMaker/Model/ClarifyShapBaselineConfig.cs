using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyShapBaselineConfig
{
    [Length(0, 255), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*")]
    public string? MimeType { get; set; }

    [Length(1, 4096), Pattern(@"[\s\S]+")]
    public string? ShapBaseline { get; set; }

    [Length(0, 1024), Pattern(@"(https|s3)://([^/]+)/?(.*)")]
    public string? ShapBaselineUri { get; set; }
}
