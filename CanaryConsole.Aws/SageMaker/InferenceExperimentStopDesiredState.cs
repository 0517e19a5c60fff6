using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class InferenceExperimentStopDesiredState(string value) : ConstantClass(value)
{
    public static readonly InferenceExperimentStopDesiredState Completed = new("Completed");
    public static readonly InferenceExperimentStopDesiredState Cancelled = new("Cancelled");

    public static InferenceExperimentStopDesiredState FindValue(string value) => FindValue<InferenceExperimentStopDesiredState>(value);

    public static implicit operator InferenceExperimentStopDesiredState(string value) => FindValue(value);
}
