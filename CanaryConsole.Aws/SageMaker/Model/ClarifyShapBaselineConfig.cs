namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyShapBaselineConfig
{
    public string? MimeType { get; set; }

    public string? ShapBaseline { get; set; }

    public string? ShapBaselineUri { get; set; }
}
