using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ECR;

public sealed class AmazonECRConfig() : AwsClientConfig("ECR", "api.ecr", "ecr", "2015-09-21", TimeSpan.FromSeconds(10));
