using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class PredictiveScalingMode(string value) : ConstantClass(value)
{
    public static readonly PredictiveScalingMode ForecastOnly = new("ForecastOnly");
    public static readonly PredictiveScalingMode ForecastAndScale = new("ForecastAndScale");

    public static PredictiveScalingMode FindValue(string value) => FindValue<PredictiveScalingMode>(value);

    public static implicit operator PredictiveScalingMode(string value) => FindValue(value);
}
