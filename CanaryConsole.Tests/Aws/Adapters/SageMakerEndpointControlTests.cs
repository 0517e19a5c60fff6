using System.Text;
using System.Text.Json;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Tests.Aws.Protocol;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class SageMakerEndpointControlTests : IAsyncLifetime
{
    private const string Endpoint =
        """
        {"EndpointName":"e","EndpointArn":"arn:e","EndpointConfigName":"old","EndpointStatus":"InService","LastModifiedTime":1700000000,
        "ProductionVariants":[{"VariantName":"champion","CurrentWeight":0.9,"DesiredWeight":0.9,"CurrentInstanceCount":3,"DesiredInstanceCount":3},
        {"VariantName":"leftover","CurrentWeight":0,"DesiredWeight":0,"CurrentInstanceCount":1,"DesiredInstanceCount":1}]}
        """;

    private const string Config =
        """
        {"EndpointConfigName":"old","EndpointConfigArn":"arn:aws:sagemaker:eu-central-1:123456789012:endpoint-config/old","KmsKeyId":"key",
        "DataCaptureConfig":{"EnableCapture":true,"InitialSamplingPercentage":5,"DestinationS3Uri":"s3://capture/e","CaptureOptions":[{"CaptureMode":"Input"}]},
        "MetricsConfig":{"EnableEnhancedMetrics":true,"MetricPublishFrequencyInSeconds":10},
        "ProductionVariants":[{"VariantName":"champion","ModelName":"m7","InstanceType":"ml.m5.xlarge","InitialInstanceCount":1,"InitialVariantWeight":1,
        "ContainerStartupHealthCheckTimeoutInSeconds":300,"ModelDataDownloadTimeoutInSeconds":600},
        {"VariantName":"leftover","ModelName":"m6","InstanceType":"ml.m5.xlarge","InitialInstanceCount":1,"InitialVariantWeight":0}]}
        """;

    private const string Tags = """{"Tags":[{"Key":"team","Value":"media"},{"Key":"aws:cloudformation:stack","Value":"s"}]}""";

    private const string Exists = """{"__type":"ValidationException","message":"Cannot create already existing endpoint configuration \"arn:new\"."}""";

    private static readonly VariantAddition Addition =
        new("e", "new", "challenger", "m8", "ml.m5.xlarge", 2, new Dictionary<string, string> { ["canaryconsole"] = "r-1" });

    private ScriptedServer _server = null!;
    private SageMakerEndpointControl _control = null!;

    public async Task InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync();
        _control = new SageMakerEndpointControl(TestClients.SageMaker(_server.Url), TestClients.Runtime(_server.Url), TimeProvider.System);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Describe_Endpoint_TellsWeightsFromItAndModelsFromItsConfig()
    {
        _server.Then(200, Endpoint).Then(200, Config);

        var described = await _control.DescribeAsync("e", CancellationToken.None);

        Assert.Equal(
            [new VariantDescription("champion", "m7", "ml.m5.xlarge", 0.9f, 0.9f, 3, 3), new VariantDescription("leftover", "m6", "ml.m5.xlarge", 0, 0, 1, 1)],
            described.Variants);
        Assert.Equal(TimeSpan.FromSeconds(10), described.MetricPeriod);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), described.LastModified);
    }

    [Fact]
    public async Task Describe_UnchangedEndpoint_ReadsItsConfigOnce()
    {
        _server.Then(200, Endpoint).Then(200, Config).Then(200, Endpoint);

        await _control.DescribeAsync("e", CancellationToken.None);
        await _control.DescribeAsync("e", CancellationToken.None);

        Assert.Equal(["DescribeEndpoint", "DescribeEndpointConfig", "DescribeEndpoint"], Operations());
    }

    [Fact]
    public async Task Describe_UnknownStatus_IsUnknown()
    {
        _server.Then(200, Endpoint.Replace("InService", "Teleporting", StringComparison.Ordinal)).Then(200, Config);

        Assert.Equal(EndpointStatus.Unknown, (await _control.DescribeAsync("e", CancellationToken.None)).Status);
    }

    [Fact]
    public async Task AddVariant_ToAServingEndpoint_CopiesItsConfigAndKeepsWhatIsLive()
    {
        _server.Then(200, Endpoint).Then(200, Config).Then(200, Tags).Then(200, "{}").Then(200, "{}");

        await _control.AddVariantAsync(Addition, CancellationToken.None);

        Assert.Equal(["DescribeEndpoint", "DescribeEndpointConfig", "ListTags", "CreateEndpointConfig", "UpdateEndpoint"], Operations());
        var created = Sent<CreateEndpointConfigRequest>(3);
        Assert.Equal(("new", "key", true, 10), (
            created.EndpointConfigName, created.KmsKeyId, created.DataCaptureConfig!.EnableCapture, created.MetricsConfig!.MetricPublishFrequencyInSeconds));
        Assert.Equal(["champion m7 0.9 x3", "challenger m8 0 x2"], created.ProductionVariants!.Select(v =>
            $"{v.VariantName} {v.ModelName} {v.InitialVariantWeight} x{v.InitialInstanceCount}"));
        Assert.Equal((300, 600), (
            created.ProductionVariants![1].ContainerStartupHealthCheckTimeoutInSeconds, created.ProductionVariants[1].ModelDataDownloadTimeoutInSeconds));
        Assert.Equal(["canaryconsole=r-1", "team=media"], created.Tags!.Select(tag => $"{tag.Key}={tag.Value}"));
        var update = Sent<UpdateEndpointRequest>(4);
        Assert.Equal(("e", "new", true), (update.EndpointName, update.EndpointConfigName, update.RetainAllVariantProperties));
    }

    [Fact]
    public async Task AddVariant_ConfigThereFromAnEarlierAttempt_GoesOnWithTheUpdate()
    {
        const string existing =
            """
            {"DataCaptureConfig":{"EnableCapture":true,"InitialSamplingPercentage":5,"DestinationS3Uri":"s3://capture/e"},
            "ProductionVariants":[{"VariantName":"champion","ModelName":"m7","InstanceType":"ml.m5.xlarge","InitialVariantWeight":1},
            {"VariantName":"challenger","ModelName":"m8","InstanceType":"ml.m5.xlarge","InitialVariantWeight":0}]}
            """;
        _server.Then(200, Endpoint).Then(200, Config).Then(200, Tags).Then(400, Exists).Then(200, existing).Then(200, "{}");

        await _control.AddVariantAsync(Addition, CancellationToken.None);

        Assert.Equal("UpdateEndpoint", Operations()[^1]);
    }

    [Fact]
    public async Task AddVariant_ConfigThereWithOtherContent_IsRefused()
    {
        _server.Then(200, Endpoint).Then(200, Config).Then(200, Tags).Then(400, Exists).Then(200, Config);

        var error = await Assert.ThrowsAsync<CloudException>(() => _control.AddVariantAsync(Addition, CancellationToken.None));

        Assert.Equal(CloudFailure.Invalid, error.Failure);
        Assert.StartsWith("Endpoint config \"new\" already exists with other variants", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"EndpointConfigName\":\"old\"", "\"EndpointConfigName\":\"new\"")]
    [InlineData("\"EndpointStatus\":\"InService\"", "\"EndpointStatus\":\"Updating\",\"PendingDeploymentSummary\":{\"EndpointConfigName\":\"new\"}")]
    public async Task AddVariant_AlreadyDoneOrUnderWay_DoesNothing(string from, string to)
    {
        _server.Then(200, Endpoint.Replace(from, to, StringComparison.Ordinal));

        await _control.AddVariantAsync(Addition, CancellationToken.None);

        Assert.Equal(["DescribeEndpoint"], Operations());
    }

    [Fact]
    public async Task AddVariant_EndpointUpdatingOtherwise_IsBusyAndLeavesNothingBehind()
    {
        _server.Then(200, Endpoint.Replace("InService", "Updating", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<CloudException>(() => _control.AddVariantAsync(Addition, CancellationToken.None));

        Assert.Equal(CloudFailure.Busy, error.Failure);
        Assert.Equal(["DescribeEndpoint"], Operations());
    }

    [Fact]
    public async Task SetWeights_EndpointUpdating_IsBusy()
    {
        _server.Then(400, """{"__type":"ValidationException","message":"Cannot update in-progress endpoint \"arn:e\"."}""");

        var error = await Assert.ThrowsAsync<CloudException>(() =>
            _control.SetWeightsAsync("e", [new VariantWeight("champion", 1), new VariantWeight("challenger", 0)], CancellationToken.None));

        Assert.Equal(CloudFailure.Busy, error.Failure);
        Assert.Equal(
            """{"EndpointName":"e","DesiredWeightsAndCapacities":[{"VariantName":"champion","DesiredWeight":1.0},{"VariantName":"challenger","DesiredWeight":0.0}]}""",
            Assert.Single(_server.Requests).Body);
    }

    [Fact]
    public async Task Describe_NobodyListening_IsUnavailable()
    {
        await _server.DisposeAsync();

        var error = await Assert.ThrowsAsync<CloudException>(() => _control.DescribeAsync("e", CancellationToken.None));

        Assert.Equal(CloudFailure.Unavailable, error.Failure);
        Assert.StartsWith("DescribeEndpoint of endpoint \"e\" failed: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_ModelFails_IsAnAnswerWithTheModelsStatus()
    {
        _server.Then(
            424, """{"Message":"x","OriginalMessage":"boom","OriginalStatusCode":500}""", "application/json", ("x-amzn-errortype", "ModelError"));

        var answer = await _control.InvokeAsync(new InvocationRequest("e", "challenger", "application/json", "[]"u8.ToArray()), CancellationToken.None);

        Assert.Equal((500, "challenger", "boom"), (answer.StatusCode, answer.Variant, Encoding.UTF8.GetString(answer.Body.Span)));
    }

    [Fact]
    public async Task Invoke_BodyTooLarge_IsRefusedHere()
    {
        var error = await Assert.ThrowsAsync<CloudException>(() =>
            _control.InvokeAsync(new InvocationRequest("e", null, "application/json", new byte[6_291_457]), CancellationToken.None));

        Assert.Equal(CloudFailure.Invalid, error.Failure);
        Assert.Equal("The body for endpoint \"e\" has 6,291,457 bytes; SageMaker takes at most 6,291,456. Send a smaller one.", error.Message);
        Assert.Empty(_server.Requests);
    }

    private List<string> Operations() => [.. _server.Requests.Select(request => request.Headers["X-Amz-Target"].Split('.')[1])];

    private T Sent<T>(int index) => JsonSerializer.Deserialize<T>(_server.Requests.ElementAt(index).Body, AwsJson.Options)!;
}
