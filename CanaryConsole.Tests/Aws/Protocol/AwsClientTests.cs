using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using Microsoft.AspNetCore.Http;
using LimitExceededException = CanaryConsole.Aws.ApplicationAutoScaling.Model.LimitExceededException;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class AwsClientTests : IAsyncLifetime
{
    private const string Throttled = """{"__type":"ThrottlingException","message":"Rate exceeded"}""";

    private ScriptedServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task SageMaker_Call_IsASignedJsonRequest()
    {
        _server.Then(200, """{"EndpointName":"e","EndpointStatus":"InService"}""", headers: ("x-amzn-RequestId", "r-1"));
        using var client = TestClients.SageMaker(_server.Url);

        var response = await client.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = "e" });

        Assert.Equal(EndpointStatus.InService, response.EndpointStatus);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        var request = Assert.Single(_server.Requests);
        Assert.Equal(("POST", "/", """{"EndpointName":"e"}"""), (request.Method, request.Path, request.Body));
        Assert.Equal("SageMaker.DescribeEndpoint", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=test/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/sagemaker/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloudWatch_Call_NamesItsOwnTargetAndVersion()
    {
        _server.Then(200, "");
        using var client = TestClients.CloudWatch(_server.Url);

        await client.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["a"] });

        var request = Assert.Single(_server.Requests);
        Assert.Equal("GraniteServiceVersion20100801.DeleteAlarms", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Contains("/monitoring/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Throttled_IsMadeAgain()
    {
        _server.Then(400, Throttled).Then(200, """{"EndpointName":"e"}""");
        using var client = TestClients.SageMaker(_server.Url);

        await client.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = "e" });

        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Call_AlwaysThrottled_GivesUpAfterThreeAttempts()
    {
        _server.Then(400, Throttled).Then(400, Throttled).Then(400, Throttled).Then(200, "{}");
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAsync<AmazonSageMakerException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));

        Assert.Equal("ThrottlingException", error.ErrorCode);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(400, "ResourceLimitExceeded")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(409, "ConflictException")]
    public async Task Call_Refused_IsNotMadeAgain(int status, string code)
    {
        _server.Then(status, $$"""{"__type":"{{code}}","message":"no"}""").Then(200, "{}");
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAnyAsync<AmazonSageMakerException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));

        Assert.Equal((code, "no", status), (error.ErrorCode, error.Message, (int)error.StatusCode));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Call_RefusedForAQuota_IsNotTakenForThrottling()
    {
        _server.Then(400, """{"__type":"LimitExceededException","Message":"too many targets"}""").Then(200, "{}");
        using var client = TestClients.AutoScaling(_server.Url);

        var error = await Assert.ThrowsAsync<LimitExceededException>(
            () => client.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Sagemaker }));

        Assert.Equal("too many targets", error.Message);
        var request = Assert.Single(_server.Requests);
        Assert.Equal("AnyScaleFrontendService.DescribeScalableTargets", request.Headers["X-Amz-Target"]);
        Assert.Contains("/application-autoscaling/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(400, "Throttling")]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Call_RefusedForTheMoment_IsMadeAgain(int status, string code)
    {
        _server.Then(status, $$"""{"__type":"{{code}}","message":"later"}""").Then(200, """{"Endpoints":[]}""");
        using var client = TestClients.SageMaker(_server.Url);

        Assert.Empty((await client.ListEndpointsAsync(new ListEndpointsRequest())).Endpoints!);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Call_OutsideItsBounds_NamesTheMemberAndIsNotSent()
    {
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => client.ListTagsAsync(new ListTagsRequest { MaxResults = 49 }));

        Assert.Equal(
            "ListTags was not sent. Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; "
            + "Value '49' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 50.",
            error.Message);
        Assert.Equal(CloudFailure.Invalid, CloudFailures.Classify(error));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Call_WithAnIdempotencyToken_SendsTheSameOneInEveryAttempt()
    {
        _server.Then(400, Throttled).Then(200, "{}").Then(200, "{}");
        using var client = TestClients.SageMaker(_server.Url);
        var request = new CreateModelPackageRequest { ModelPackageGroupName = "media-ranker" };

        await client.CreateModelPackageAsync(request);
        request.ClientToken = "mine";
        await client.CreateModelPackageAsync(request);

        var tokens = _server.Requests.Select(received => JsonDocument.Parse(received.Body).RootElement.GetProperty("ClientToken").GetString()!).ToList();
        Assert.Matches("^[0-9a-f-]{36}$", tokens[0]);
        Assert.Equal([tokens[0], tokens[0], "mine"], tokens);
    }

    [Fact]
    public async Task Call_WithoutAnAnswer_EndsAtItsTimeLimit()
    {
        _server.Then(context => Never(context.RequestAborted));
        using var client = TestClients.SageMaker(_server.Url, TimeSpan.FromMilliseconds(150));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));

        Assert.Equal("SageMaker did not answer ListEndpoints within 0.15 s.", error.Message);
    }

    [Fact]
    public async Task Call_AnsweredByHalf_EndsAtItsTimeLimit()
    {
        _server.Then(async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("""{"Endpoints":[""");
            await context.Response.Body.FlushAsync();
            await Never(context.RequestAborted);
        });
        using var client = TestClients.SageMaker(_server.Url, TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));
    }

    [Fact]
    public async Task Call_CancelledByTheCaller_IsCancelledNotTimedOut()
    {
        using var cancel = new CancellationTokenSource();
        _server.Then(async context =>
        {
            await cancel.CancelAsync();
            await Never(context.RequestAborted);
        });
        using var client = TestClients.SageMaker(_server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListEndpointsAsync(new ListEndpointsRequest(), cancel.Token));
    }

    [Fact]
    public async Task Call_AnsweredWithARedirect_DoesNotFollowIt()
    {
        _server.Then(302, "", "text/plain", ("Location", _server.Url + "/elsewhere"));
        using var client = TestClients.SageMaker(_server.Url);

        var error = await Assert.ThrowsAsync<AmazonSageMakerException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));

        Assert.Equal("Http302", error.ErrorCode);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Call_AnsweredWithBrokenJson_IsAnError()
    {
        const string broken = """{"Endpoints":[{"EndpointName":""";
        _server.Then(200, broken).Then(200, broken).Then(200, broken);
        using var client = TestClients.SageMaker(_server.Url);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListEndpointsAsync(new ListEndpointsRequest()));
    }

    private static async Task Never(CancellationToken aborted)
    {
        var end = new TaskCompletionSource();
        await using var registration = aborted.Register(() => end.TrySetResult());
        await end.Task;
    }
}
