using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class InferenceExecutionMode(string value) : ConstantClass(value)
{
    public static readonly InferenceExecutionMode Serial = new("Serial");
    public static readonly InferenceExecutionMode Direct = new("Direct");

    public static InferenceExecutionMode FindValue(string value) => FindValue<InferenceExecutionMode>(value);

    public static implicit operator InferenceExecutionMode(string value) => FindValue(value);
}
