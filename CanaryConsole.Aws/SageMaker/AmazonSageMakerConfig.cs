using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker;

public sealed class AmazonSageMakerConfig()
    : AwsClientConfig("SageMaker", "api.sagemaker", "sagemaker", "2017-07-24", TimeSpan.FromSeconds(10));
