using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceClientConfig
{
    [Between(1, 1000)]
    public int? MaxConcurrentInvocationsPerInstance { get; set; }
}
