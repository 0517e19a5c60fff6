using Amazon.Runtime;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SimpleNotificationService;

namespace CanaryConsole.Tests.Aws.Protocol;

internal static class TestClients
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    public static AmazonSageMakerClient SageMaker(string url, TimeSpan? limit = null) => new(Credentials, At(new AmazonSageMakerConfig(), url, limit));

    public static AmazonCloudWatchClient CloudWatch(string url) => new(Credentials, At(new AmazonCloudWatchConfig(), url, null));

    public static AmazonSageMakerRuntimeClient Runtime(string url) => new(Credentials, At(new AmazonSageMakerRuntimeConfig(), url, null));

    public static AmazonSimpleNotificationServiceClient Sns(string url) => new(Credentials, At(new AmazonSimpleNotificationServiceConfig(), url, null));

    public static AmazonApplicationAutoScalingClient AutoScaling(string url) => new(Credentials, At(new AmazonApplicationAutoScalingConfig(), url, null));

    private static T At<T>(T config, string url, TimeSpan? limit)
        where T : AwsClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = "eu-central-1";
        config.TimeLimit = limit ?? config.TimeLimit;
        return config;
    }
}
