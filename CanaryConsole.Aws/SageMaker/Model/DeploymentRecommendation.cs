namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeploymentRecommendation
{
    public RecommendationStatus? RecommendationStatus { get; set; }

    public List<RealTimeInferenceRecommendation>? RealTimeInferenceRecommendations { get; set; }
}
