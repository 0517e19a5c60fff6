using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RealTimeInferenceRecommendation
{
    [Required]
    public string? RecommendationId { get; set; }

    [Required]
    public ProductionVariantInstanceType? InstanceType { get; set; }

    [Items(0, 100), Length(0, 1024, Of = Part.Keys), Pattern(@"[a-zA-Z_][a-zA-Z0-9_]*", Of = Part.Keys), Length(0, 1024, Of = Part.Values)]
    [Pattern(@"[\S\s]*", Of = Part.Values)]
    public Dictionary<string, string>? Environment { get; set; }
}
