namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceConfig
{
    public AsyncInferenceClientConfig? ClientConfig { get; set; }

    public AsyncInferenceOutputConfig? OutputConfig { get; set; }
}
