using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class PredictiveScalingMaxCapacityBreachBehavior(string value) : ConstantClass(value)
{
    public static readonly PredictiveScalingMaxCapacityBreachBehavior HonorMaxCapacity = new("HonorMaxCapacity");
    public static readonly PredictiveScalingMaxCapacityBreachBehavior IncreaseMaxCapacity = new("IncreaseMaxCapacity");

    public static PredictiveScalingMaxCapacityBreachBehavior FindValue(string value) => FindValue<PredictiveScalingMaxCapacityBreachBehavior>(value);

    public static implicit operator PredictiveScalingMaxCapacityBreachBehavior(string value) => FindValue(value);
}
