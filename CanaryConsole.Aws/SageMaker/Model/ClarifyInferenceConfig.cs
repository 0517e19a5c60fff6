using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ClarifyInferenceConfig
{
    [Length(1, 64), Pattern(@".*")]
    public string? FeaturesAttribute { get; set; }

    [Length(1, 64), Pattern(@".*")]
    public string? ContentTemplate { get; set; }

    [Between(min: 1)]
    public int? MaxRecordCount { get; set; }

    [Between(1, 25)]
    public int? MaxPayloadInMB { get; set; }

    [Between(min: 0)]
    public int? ProbabilityIndex { get; set; }

    [Between(min: 0)]
    public int? LabelIndex { get; set; }

    [Length(1, 64), Pattern(@".*")]
    public string? ProbabilityAttribute { get; set; }

    [Length(1, 64), Pattern(@".*")]
    public string? LabelAttribute { get; set; }

    [Items(1, 16), Length(1, 64, Of = Part.Items), Pattern(@".*", Of = Part.Items)]
    public List<string>? LabelHeaders { get; set; }

    [Items(1, 256), Length(1, 64, Of = Part.Items), Pattern(@".*", Of = Part.Items)]
    public List<string>? FeatureHeaders { get; set; }

    [Items(1, 256)]
    public List<ClarifyFeatureType>? FeatureTypes { get; set; }
}
