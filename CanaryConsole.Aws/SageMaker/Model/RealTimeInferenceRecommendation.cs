namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RealTimeInferenceRecommendation
{
    public string? RecommendationId { get; set; }

    public ProductionVariantInstanceType? InstanceType { get; set; }

    public Dictionary<string, string>? Environment { get; set; }
}
