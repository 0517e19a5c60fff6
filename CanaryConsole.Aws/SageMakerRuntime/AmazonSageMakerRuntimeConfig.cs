using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMakerRuntime;

public sealed class AmazonSageMakerRuntimeConfig : AwsClientConfig
{
    public AmazonSageMakerRuntimeConfig()
        : base("SageMaker Runtime", "runtime.sagemaker", "sagemaker", "2017-05-13", TimeSpan.FromSeconds(70))
    {
        // An invocation is evidence about a variant: a retry would hide the failure it is there to see, and may run the model twice.
        MaxErrorRetry = 0;
    }
}
