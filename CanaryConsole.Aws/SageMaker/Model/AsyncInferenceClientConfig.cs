namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceClientConfig
{
    public int? MaxConcurrentInvocationsPerInstance { get; set; }
}
