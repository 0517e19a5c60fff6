using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeploymentRecommendation
{
    [Required]
    public RecommendationStatus? RecommendationStatus { get; set; }

    [Items(0, 3)]
    public List<RealTimeInferenceRecommendation>? RealTimeInferenceRecommendations { get; set; }
}
