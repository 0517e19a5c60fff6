using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class SortInferenceExperimentsBy(string value) : ConstantClass(value)
{
    public static readonly SortInferenceExperimentsBy Name = new("Name");
    public static readonly SortInferenceExperimentsBy CreationTime = new("CreationTime");
    public static readonly SortInferenceExperimentsBy Status = new("Status");

    public static SortInferenceExperimentsBy FindValue(string value) => FindValue<SortInferenceExperimentsBy>(value);

    public static implicit operator SortInferenceExperimentsBy(string value) => FindValue(value);
}
