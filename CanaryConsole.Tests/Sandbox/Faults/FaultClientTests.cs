using System.Net;
using Amazon.Runtime;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Aws.SimpleNotificationService;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Tests.Sandbox.Faults;

/// <summary>What the typed clients see of a throttled or expired call, over real sockets.</summary>
public sealed class FaultClientTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = sandbox.Address };

    private SandboxControlClient Control => new(_http);

    public Task InitializeAsync() => Control.EndAllAsync(CancellationToken.None);

    public Task DisposeAsync() => Control.EndAllAsync(CancellationToken.None);

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Throttled_EveryTime_IsRetriedTwiceAndThenSaid()
    {
        await Control.StartAsync("throttle", new Dictionary<string, string> { ["operation"] = "DescribeEndpoint", ["rate"] = "1" }, CancellationToken.None);
        using var client = new AmazonSageMakerClient(Credentials(), Config(new AmazonSageMakerConfig()));

        var refused = await Assert.ThrowsAnyAsync<AmazonSageMakerException>(() => client.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = "media-ranker" }));

        Assert.Equal(("ThrottlingException", "Rate exceeded", HttpStatusCode.BadRequest), (refused.ErrorCode, refused.Message, refused.StatusCode));
        Assert.Equal(3, (await Control.FaultsAsync(CancellationToken.None)).Active[0].Refused);
        Assert.NotEmpty((await client.ListEndpointsAsync(new ListEndpointsRequest())).Endpoints!);
    }

    [Fact]
    public async Task Throttled_NowAndThen_IsNotNoticed()
    {
        await Control.StartAsync("throttle", new Dictionary<string, string> { ["operation"] = "ListModels", ["rate"] = "0.1" }, CancellationToken.None);
        using var client = new AmazonSageMakerClient(Credentials(), Config(new AmazonSageMakerConfig()));

        for (var call = 0; call < 20; call++)
        {
            await client.ListModelsAsync(new ListModelsRequest());
        }

        Assert.InRange((await Control.FaultsAsync(CancellationToken.None)).Active[0].Refused, 1, 10);
    }

    [Fact]
    public async Task Expired_InEveryProtocol_IsItsOwnErrorAndNeverRetried()
    {
        await Control.StartAsync("expired-credentials", new Dictionary<string, string>(), CancellationToken.None);
        using var models = new AmazonSageMakerClient(Credentials(), Config(new AmazonSageMakerConfig()));
        using var metrics = new AmazonCloudWatchClient(Credentials(), Config(new AmazonCloudWatchConfig()));
        using var topics = new AmazonSimpleNotificationServiceClient(Credentials(), Config(new AmazonSimpleNotificationServiceConfig()));

        await AssertExpiredAsync("ExpiredTokenException", () => models.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = "media-ranker" }));
        await AssertExpiredAsync("ExpiredTokenException", () => metrics.DescribeAlarmsAsync(new DescribeAlarmsRequest()));
        await AssertExpiredAsync("ExpiredToken", () => topics.ListTopicsAsync(new ListTopicsRequest()));
        Assert.Equal(3, (await Control.FaultsAsync(CancellationToken.None)).Active[0].Refused);
    }

    private static async Task AssertExpiredAsync(string code, Func<Task> call)
    {
        var refused = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal((code, "The security token included in the request is expired", HttpStatusCode.Forbidden), (refused.ErrorCode, refused.Message, refused.StatusCode));
    }

    private static BasicAWSCredentials Credentials() => new("x", "y");

    private T Config<T>(T config)
        where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion) = (sandbox.Address.ToString(), "eu-central-1");
        return config;
    }
}
