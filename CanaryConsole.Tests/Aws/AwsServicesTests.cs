using Amazon.S3;
using Amazon.SecurityToken;
using CanaryConsole.Aws;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SimpleNotificationService;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Registry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Aws;

public sealed class AwsServicesTests
{
    [Fact]
    public void AddCanaryAws_NothingConfigured_SpeaksToTheSandbox()
    {
        using var services = Compose(new AwsOptions());

        Assert.Equal("http://127.0.0.1:5081/", Url(services.GetRequiredService<IAmazonSageMaker>()));
        Assert.Equal("http://127.0.0.1:5081/", Url(services.GetRequiredService<IAmazonApplicationAutoScaling>()));
        var s3 = services.GetRequiredService<IAmazonS3>().Config;
        Assert.Equal(
            ("http://127.0.0.1:5081/", true, "eu-central-1", TimeSpan.FromSeconds(10), 2),
            (s3.ServiceURL, ((AmazonS3Config)s3).ForcePathStyle, s3.AuthenticationRegion, s3.Timeout!.Value, s3.MaxErrorRetry));
        Assert.Equal("http://127.0.0.1:5081/", services.GetRequiredService<IAmazonSecurityTokenService>().Config.ServiceURL);
        Assert.IsType<SageMakerEndpointControl>(services.GetRequiredService<IEndpointControl>());
        Assert.IsType<CloudWatchMetricSource>(services.GetRequiredService<IMetricSource>());
        Assert.IsType<SageMakerModelRegistry>(services.GetRequiredService<IModelRegistry>());
        Assert.IsType<SnsNotifier>(services.GetRequiredService<INotifier>());
    }

    [Fact]
    public void AddCanaryAws_OnAws_SpeaksToTheRegionsHosts()
    {
        using var services = Compose(new AwsOptions { Mode = AwsMode.Aws, Region = "us-gov-west-1" });

        Assert.Equal("https://api.sagemaker.us-gov-west-1.amazonaws.com/", Url(services.GetRequiredService<IAmazonSageMaker>()));
        Assert.Equal("https://runtime.sagemaker.us-gov-west-1.amazonaws.com/", Url(services.GetRequiredService<IAmazonSageMakerRuntime>()));
        Assert.Equal("https://monitoring.us-gov-west-1.amazonaws.com/", Url(services.GetRequiredService<IAmazonCloudWatch>()));
        Assert.Equal("https://sns.us-gov-west-1.amazonaws.com/", Url(services.GetRequiredService<IAmazonSimpleNotificationService>()));
        Assert.Equal(
            "https://application-autoscaling.us-gov-west-1.amazonaws.com/", Url(services.GetRequiredService<IAmazonApplicationAutoScaling>()));
        Assert.Equal("us-gov-west-1", services.GetRequiredService<IAmazonS3>().Config.RegionEndpoint.SystemName);
        Assert.Equal("us-gov-west-1", services.GetRequiredService<IAmazonSecurityTokenService>().Config.RegionEndpoint.SystemName);
        Assert.IsType<UnconfiguredNotifier>(services.GetRequiredService<INotifier>());
    }

    [Fact]
    public void Read_Nothing_IsTheSandboxInFrankfurt()
    {
        var options = AwsOptions.Read(new ConfigurationBuilder().Build());

        Assert.Equal((AwsMode.Sandbox, "eu-central-1", null, 5081), (options.Mode, options.Region, options.Profile, options.SandboxPort));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(70)), (options.ControlTimeLimit, options.InvocationTimeLimit));
    }

    [Theory]
    [InlineData("Aws:Mode", "Azure", "Aws:Mode is \"Azure\": it must be Sandbox or Aws.")]
    [InlineData("Aws:Mode", "7", "Aws:Mode is \"7\": it must be Sandbox or Aws.")]
    [InlineData("Aws:Region", "Frankfurt", "Aws:Region is \"Frankfurt\": it must be the name of an AWS region, such as eu-central-1.")]
    [InlineData("Sandbox:Port", "http", "Sandbox:Port is \"http\": it must be a port number from 1 to 65535.")]
    [InlineData("Sandbox:Port", "70000", "Sandbox:Port is 70000: it must be a port number from 1 to 65535.")]
    [InlineData(
        "Notifications:TopicArn",
        "ops",
        "Notifications:TopicArn is \"ops\": it must be the ARN of an SNS topic, such as arn:aws:sns:eu-central-1:123456789012:canaryconsole.")]
    public void Read_BadValue_SaysWhichAndWhatItMayBe(string name, string value, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => AwsOptions.Read(configuration)).Message);
    }

    private static ServiceProvider Compose(AwsOptions options) =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCanaryAws(options).BuildServiceProvider();

    private static string Url(object client) =>
        ((Amazon.Runtime.AmazonServiceClient)client).Config.DetermineServiceOperationEndpoint(null).URL;
}
