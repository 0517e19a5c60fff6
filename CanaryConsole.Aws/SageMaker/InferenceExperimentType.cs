using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class InferenceExperimentType(string value) : ConstantClass(value)
{
    public static readonly InferenceExperimentType ShadowMode = new("ShadowMode");

    public static InferenceExperimentType FindValue(string value) => FindValue<InferenceExperimentType>(value);

    public static implicit operator InferenceExperimentType(string value) => FindValue(value);
}
