using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class AmazonApplicationAutoScalingConfig()
    : AwsClientConfig("Application Auto Scaling", "application-autoscaling", "application-autoscaling", "2016-02-06", TimeSpan.FromSeconds(10));
