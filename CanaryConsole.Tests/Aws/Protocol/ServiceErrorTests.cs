using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using ResourceNotFoundException = CanaryConsole.Aws.SageMaker.Model.ResourceNotFoundException;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class ServiceErrorTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("""{"__type":"ValidationException","message":"Could not find it."}""", "ValidationException", "Could not find it.")]
    [InlineData("""{"__type":"com.amazonaws.sagemaker#ResourceInUse","Message":"in use"}""", "ResourceInUse", "in use")]
    [InlineData("""{"code":"AccessDeniedException","message":"no"}""", "AccessDeniedException", "no")]
    [InlineData("""{"__type":"ValidationException"}""", "ValidationException", "The service answered HTTP 400 without a message.")]
    [InlineData("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}""", "UnknownOperationException", "The service answered HTTP 400 without a message.")]
    [InlineData("<UnknownOperationException/>", "UnknownOperationException", "The service answered HTTP 400 without a message.")]
    [InlineData("<AccessDeniedException><Message>no</Message></AccessDeniedException>", "AccessDeniedException", "no")]
    [InlineData("<Error><Code>NoSuchBucket</Code><Message>gone</Message></Error>", "NoSuchBucket", "gone")]
    [InlineData("<html><head><title>502 Bad\nGateway</title></head></html>", "Http400", "The service answered HTTP 400 with a web page: 502 Bad Gateway")]
    [InlineData("", "Http400", "The service answered HTTP 400 without a message.")]
    [InlineData(
        "<html><body>Bad\nGateway</body></html>",
        "Http400",
        "The service answered HTTP 400 with something that is not an AWS error: <html><body>Bad Gateway</body></html>")]
    [InlineData("""{"__type":"Valid""", "Http400", """The service answered HTTP 400 with something that is not an AWS error: {"__type":"Valid""")]
    public async Task Error_InAnyShape_KeepsCodeAndMessage(string body, string code, string message)
    {
        _server.Then(400, body, headers: ("x-amzn-RequestId", "r-9"));
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAnyAsync<AmazonSageMakerException>(() => client.ListModelsAsync(new ListModelsRequest()));

        Assert.Equal((code, message, "r-9", 400), (error.ErrorCode, error.Message, error.RequestId, (int)error.StatusCode));
    }

    [Fact]
    public async Task Error_NamedByHeader_HasThatName()
    {
        _server.Then(404, """{"message":"gone"}""", headers: ("x-amzn-errortype", "ResourceNotFound:http://internal.amazon.com/"));
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.ListModelsAsync(new ListModelsRequest()));

        Assert.Equal(("ResourceNotFound", "gone"), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task CloudWatchError_WithQueryErrorHeader_HasTheQueryProtocolsCode()
    {
        _server.Then(
            400,
            """{"__type":"com.amazonaws.cloudwatch#LimitExceededFault","message":"too many alarms"}""",
            headers: ("x-amzn-query-error", "LimitExceeded;Sender"));
        using var client = TestClients.CloudWatch(_server.Url);

        var error = await Assert.ThrowsAsync<LimitExceededException>(() => client.PutMetricAlarmAsync(new PutMetricAlarmRequest { AlarmName = "a", EvaluationPeriods = 1, ComparisonOperator = ComparisonOperator.GreaterThanThreshold }));

        Assert.Equal(("LimitExceeded", "too many alarms"), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task DashboardError_KeepsWhatIsWrongWhere()
    {
        _server.Then(
            400,
            """{"__type":"com.amazonaws.cloudwatch#DashboardInvalidInputError","message":"invalid","dashboardValidationMessages":[{"DataPath":"/widgets/0","Message":"no type"}]}""",
            headers: ("x-amzn-query-error", "InvalidParameterInput;Sender"));
        using var client = TestClients.CloudWatch(_server.Url);

        var error = await Assert.ThrowsAsync<DashboardInvalidInputErrorException>(
            () => client.PutDashboardAsync(new PutDashboardRequest { DashboardName = "d", DashboardBody = "{}" }));

        var wrong = Assert.Single(error.DashboardValidationMessages);
        Assert.Equal(("InvalidParameterInput", "/widgets/0", "no type"), (error.ErrorCode, wrong.DataPath, wrong.Message));
    }

    [Fact]
    public async Task SnsError_InXml_KeepsCodeMessageAndRequestId()
    {
        _server.Then(
            404,
            """<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error><RequestId>r-7</RequestId></ErrorResponse>""",
            "text/xml");
        using var client = TestClients.Sns(_server.Url);

        var error = await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(new PublishRequest { TopicArn = "t", Message = "m" }));

        Assert.Equal(("NotFound", "Topic does not exist", "r-7"), (error.ErrorCode, error.Message, error.RequestId));
    }
}
