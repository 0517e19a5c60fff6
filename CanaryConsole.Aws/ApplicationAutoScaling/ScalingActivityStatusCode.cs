using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class ScalingActivityStatusCode(string value) : ConstantClass(value)
{
    public static readonly ScalingActivityStatusCode Pending = new("Pending");
    public static readonly ScalingActivityStatusCode InProgress = new("InProgress");
    public static readonly ScalingActivityStatusCode Successful = new("Successful");
    public static readonly ScalingActivityStatusCode Overridden = new("Overridden");
    public static readonly ScalingActivityStatusCode Unfulfilled = new("Unfulfilled");
    public static readonly ScalingActivityStatusCode Failed = new("Failed");

    public static ScalingActivityStatusCode FindValue(string value) => FindValue<ScalingActivityStatusCode>(value);

    public static implicit operator ScalingActivityStatusCode(string value) => FindValue(value);
}
