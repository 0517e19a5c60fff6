using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceExecutionConfig
{
    [Required]
    public InferenceExecutionMode? Mode { get; set; }
}
