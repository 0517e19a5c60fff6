using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceConfig
{
    public AsyncInferenceClientConfig? ClientConfig { get; set; }

    [Required]
    public AsyncInferenceOutputConfig? OutputConfig { get; set; }
}
