using System.Net;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Tests.Sandbox.Invocations;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.Containers;

/// <summary>Endpoints whose variants are real servers, over the wire.</summary>
public sealed class ContainerEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private SandboxHost? _host;
    private RuntimeCaller? _aws;

    private RuntimeCaller Aws => _aws!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(
            new SandboxOptions { Port = 0, Containers = [new() { Image = "mapped:1", Url = "http://127.0.0.1:1" }] }, _time, NullLoggerFactory.Instance, CancellationToken.None);
        _aws = new RuntimeCaller(new Uri($"http://127.0.0.1:{_host.BoundPort}"));
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _host!.DisposeAsync();
    }

    public void Dispose() => _aws?.Dispose();

    [Fact]
    public async Task Endpoint_ContainerThatAnswersPing_ServesItsAnswers()
    {
        await using var server = await ModelServer.StartAsync();
        await CreateEndpointAsync("shop", server.Address.ToString());

        Assert.Equal(EndpointStatus.InService, (await DescribeAsync("shop")).EndpointStatus);
        var response = await Aws.InvokeAsync("shop", [0, 1, 2, 255], ("Content-Type", "application/x-npy"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([0, 1, 2, 255], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/x-npy", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("only", response.Headers.GetValues("x-Amzn-Invoked-Production-Variant").Single());
        Assert.Equal((1, 0, 0, 0), await CountsAsync("shop"));
    }

    [Fact]
    public async Task Endpoint_ContainerThatNeverAnswersPing_FailsAndSaysWhy()
    {
        await CreateEndpointAsync("shop", "mapped:1", waitForPing: false);

        Assert.Equal(EndpointStatus.Creating, (await DescribeAsync("shop")).EndpointStatus);
        _time.Advance(TimeSpan.FromMinutes(8));
        var endpoint = await DescribeAsync("shop");
        Assert.Equal(EndpointStatus.Failed, endpoint.EndpointStatus);
        Assert.Equal(
            "The primary container for production variant only did not pass the ping health check. Please check CloudWatch logs for this endpoint.", endpoint.FailureReason);
    }

    [Fact]
    public async Task Endpoint_ContainerStartsLate_GoesIntoServiceWhenItAnswers()
    {
        await using var server = await ModelServer.StartAsync();
        server.PingStatus = 503;
        await CreateEndpointAsync("shop", server.Address.ToString(), waitForPing: false);
        Assert.Equal(EndpointStatus.Creating, (await DescribeAsync("shop")).EndpointStatus);

        server.PingStatus = 200;
        _time.Advance(TimeSpan.FromSeconds(5));
        await PingedAsync("shop-model");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EndpointStatus.InService, (await DescribeAsync("shop")).EndpointStatus);
    }

    [Theory]
    [InlineData(418, "client", 1, 0, 1)]
    [InlineData(500, "server", 0, 1, 1)]
    public async Task Invoke_ContainerAnswersAnError_IsAModelErrorWithTheOriginal(int status, string side, int clientErrors, int serverErrors, int modelErrors)
    {
        await using var server = await ModelServer.StartAsync();
        await CreateEndpointAsync("shop", server.Address.ToString());
        server.Invocation = ModelServer.Answering(status, "no \"tea\"");

        var response = await Aws.InvokeAsync("shop", "{}"u8.ToArray());
        Assert.Equal(HttpStatusCode.FailedDependency, response.StatusCode);
        var (code, members) = await RuntimeCaller.ErrorAsync(response);
        Assert.Equal(("ModelError", status, "no \"tea\""), (code, members.GetProperty("OriginalStatusCode").GetInt32(), members.GetProperty("OriginalMessage").GetString()));
        Assert.StartsWith($"Received {side} error ({status}) from primary with message \"no \"tea\"\". See https://", members.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, clientErrors, serverErrors, modelErrors), await CountsAsync("shop"));
    }

    [Fact]
    public async Task Invoke_ContainerStopped_IsAModelErrorButNoServerError()
    {
        var server = await ModelServer.StartAsync();
        await CreateEndpointAsync("shop", server.Address.ToString());
        await server.DisposeAsync();

        var response = await Aws.InvokeAsync("shop", "{}"u8.ToArray());
        Assert.Equal(HttpStatusCode.FailedDependency, response.StatusCode);
        Assert.Equal(0, (await RuntimeCaller.ErrorAsync(response)).Members.GetProperty("OriginalStatusCode").GetInt32());
        Assert.Equal((1, 0, 0, 1), await CountsAsync("shop"));
    }

    [Fact]
    public async Task Invoke_ShadowInAContainer_GetsTheCopyAndNobodySeesItsAnswer()
    {
        await using var production = await ModelServer.StartAsync();
        await using var shadow = await ModelServer.StartAsync();
        production.Invocation = ModelServer.Answering(200, "production");
        shadow.Invocation = ModelServer.Answering(500, "shadow");
        await CreateModelAsync("shadow-model", shadow.Address.ToString());
        await PingedAsync("shadow-model");
        await CreateEndpointAsync("shop", production.Address.ToString(), shadowModel: "shadow-model");

        var response = await Aws.InvokeAsync("shop", "{}"u8.ToArray());
        Assert.Equal("production", await response.Content.ReadAsStringAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountsAsync("shop", "shadow") != (1, 0, 1, 1))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }

    [Fact]
    public async Task Invoke_FaultOnAVariantInAContainer_FailsItWithoutAskingIt()
    {
        await using var server = await ModelServer.StartAsync();
        await CreateEndpointAsync("shop", server.Address.ToString());
        _host!.Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse("variant-errors endpoint=shop variant=only share=1"), now));

        Assert.Equal(HttpStatusCode.FailedDependency, (await Aws.InvokeAsync("shop", "{}"u8.ToArray())).StatusCode);
        Assert.Empty(server.Invocations);
        Assert.Equal((1, 0, 1, 1), await CountsAsync("shop"));
    }

    [Fact]
    public async Task CreateModel_AddressOfAnotherMachine_IsRefused()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => CreateModelAsync("m", "http://192.0.2.1:80"));

        Assert.Contains("give an http address on 127.0.0.1, [::1] or localhost", refused.Message, StringComparison.Ordinal);
    }

    private Task<CreateModelResponse> CreateModelAsync(string name, string image) => Aws.CallAsync<CreateModelResponse>(
        "SageMaker.CreateModel",
        new CreateModelRequest { ModelName = name, ExecutionRoleArn = "arn:aws:iam::123456789012:role/r", PrimaryContainer = new ContainerDefinition { Image = image } });

    private async Task CreateEndpointAsync(string name, string image, bool waitForPing = true, string? shadowModel = null)
    {
        await CreateModelAsync($"{name}-model", image);
        if (waitForPing)
        {
            await PingedAsync($"{name}-model");
        }

        await Aws.CallAsync<CreateEndpointConfigResponse>("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
        {
            EndpointConfigName = $"{name}-config",
            ProductionVariants =
            [
                new ProductionVariant { VariantName = "only", ModelName = $"{name}-model", InitialInstanceCount = 1, InstanceType = "ml.m5.large", InitialVariantWeight = 1 },
            ],
            ShadowProductionVariants = shadowModel is null
                ? null
                : [new ProductionVariant { VariantName = "shadow", ModelName = shadowModel, InitialInstanceCount = 1, InstanceType = "ml.m5.large", InitialVariantWeight = 1 }],
        });
        await Aws.CallAsync<CreateEndpointResponse>("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = name, EndpointConfigName = $"{name}-config" });
        _time.Advance(TimeSpan.FromMinutes(4));
    }

    private async Task PingedAsync(string model)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!_host!.Simulation.Visit((world, _) => world.Models.Find(model).AnswersPing))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }

    private Task<DescribeEndpointResponse> DescribeAsync(string name) =>
        Aws.CallAsync<DescribeEndpointResponse>("SageMaker.DescribeEndpoint", new DescribeEndpointRequest { EndpointName = name });

    private async Task<(double Invocations, double ClientErrors, double ServerErrors, double ModelErrors)> CountsAsync(string endpoint, string variant = "only")
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        var now = _time.GetUtcNow().UtcDateTime;
        var names = new[] { "Invocations", "Invocation4XXErrors", "Invocation5XXErrors", "InvocationModelErrors" };
        var answer = await Aws.CallAsync<GetMetricDataResponse>("GraniteServiceVersion20100801.GetMetricData", new GetMetricDataRequest
        {
            StartTime = now.AddHours(-10),
            EndTime = now,
            MetricDataQueries = [.. names.Select((name, index) => LocalAws.Query($"q{index}", name, "Sum", endpoint, variant))],
        });
        var sums = answer.MetricDataResults!.OrderBy(result => result.Id, StringComparer.Ordinal).Select(result => result.Values!.Sum()).ToList();
        return (sums[0], sums[1], sums[2], sums[3]);
    }
}
