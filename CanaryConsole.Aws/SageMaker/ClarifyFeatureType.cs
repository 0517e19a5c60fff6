using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ClarifyFeatureType(string value) : ConstantClass(value)
{
    public static readonly ClarifyFeatureType Numerical = new("numerical");
    public static readonly ClarifyFeatureType Categorical = new("categorical");
    public static readonly ClarifyFeatureType Text = new("text");

    public static ClarifyFeatureType FindValue(string value) => FindValue<ClarifyFeatureType>(value);

    public static implicit operator ClarifyFeatureType(string value) => FindValue(value);
}
