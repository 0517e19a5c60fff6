namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceExecutionConfig
{
    public InferenceExecutionMode? Mode { get; set; }
}
