using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch;

public sealed class AmazonCloudWatchConfig()
    : AwsClientConfig("CloudWatch", "monitoring", "monitoring", "2010-08-01", TimeSpan.FromSeconds(10));
