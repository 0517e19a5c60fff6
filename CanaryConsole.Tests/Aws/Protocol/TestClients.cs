using Amazon.Runtime;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.ECR;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SimpleNotificationService;

namespace CanaryConsole.Tests.Aws.Protocol;

internal static class TestClients
{
    private static readonly BasicAWSCredentials Anybody = new("test", "test");

    public static AmazonSageMakerClient SageMaker(string url, TimeSpan? limit = null, AWSCredentials? credentials = null) =>
        new(credentials ?? Anybody, At(new AmazonSageMakerConfig(), url, limit));

    public static AmazonCloudWatchClient CloudWatch(string url, AWSCredentials? credentials = null) =>
        new(credentials ?? Anybody, At(new AmazonCloudWatchConfig(), url, null));

    public static AmazonSageMakerRuntimeClient Runtime(string url) => new(Anybody, At(new AmazonSageMakerRuntimeConfig(), url, null));

    public static AmazonSimpleNotificationServiceClient Sns(string url, AWSCredentials? credentials = null) =>
        new(credentials ?? Anybody, At(new AmazonSimpleNotificationServiceConfig(), url, null));

    public static AmazonApplicationAutoScalingClient AutoScaling(string url, AWSCredentials? credentials = null) =>
        new(credentials ?? Anybody, At(new AmazonApplicationAutoScalingConfig(), url, null));

    public static AmazonECRClient Ecr(string url) => new(Anybody, At(new AmazonECRConfig(), url, null));

    public static AmazonIdentityManagementServiceClient Iam(string url) => new(Anybody, At(new AmazonIdentityManagementServiceConfig(), url, null));

    private static T At<T>(T config, string url, TimeSpan? limit)
        where T : AwsClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = "eu-central-1";
        config.TimeLimit = limit ?? config.TimeLimit;
        return config;
    }
}
