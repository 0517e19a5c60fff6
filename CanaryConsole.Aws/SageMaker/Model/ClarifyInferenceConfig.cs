namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyInferenceConfig
{
    public string? FeaturesAttribute { get; set; }

    public string? ContentTemplate { get; set; }

    public int? MaxRecordCount { get; set; }

    public int? MaxPayloadInMB { get; set; }

    public int? ProbabilityIndex { get; set; }

    public int? LabelIndex { get; set; }

    public string? ProbabilityAttribute { get; set; }

    public string? LabelAttribute { get; set; }

    public List<string>? LabelHeaders { get; set; }

    public List<string>? FeatureHeaders { get; set; }

    public List<string>? FeatureTypes { get; set; }
}
