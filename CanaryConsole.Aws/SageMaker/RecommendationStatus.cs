using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class RecommendationStatus(string value) : ConstantClass(value)
{
    public static readonly RecommendationStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly RecommendationStatus COMPLETED = new("COMPLETED");
    public static readonly RecommendationStatus FAILED = new("FAILED");
    public static readonly RecommendationStatus NOT_APPLICABLE = new("NOT_APPLICABLE");

    public static RecommendationStatus FindValue(string value) => FindValue<RecommendationStatus>(value);

    public static implicit operator RecommendationStatus(string value) => FindValue(value);
}
