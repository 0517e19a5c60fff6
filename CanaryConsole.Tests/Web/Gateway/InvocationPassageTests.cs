using System.Net;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Web.Gateway;

public sealed class InvocationPassageTests : IClassFixture<SharedGateway>
{
    private readonly GatewayOnScript _gateway;

    public InvocationPassageTests(SharedGateway shared) => _gateway = shared.Fresh();

    private static readonly (string, string) FromChampion = ("x-Amzn-Invoked-Production-Variant", "champion");

    [Fact]
    public async Task Invocation_WithEveryMember_ArrivesSignedAnewAndWithNothingElse()
    {
        _gateway.Runtime.Then(200, "scored", "text/plain", FromChampion, ("X-Amzn-SageMaker-Custom-Attributes", "echo"), ("x-amzn-RequestId", "r-1"), ("Set-Cookie", "a=b"), ("X-Internal", "secret"));

        var answer = await _gateway.InvokeAsync(
            "payload", "media-ranker",
            ("Accept", "text/plain"), ("X-Amzn-SageMaker-Custom-Attributes", "trace 1"), ("X-Amzn-SageMaker-Inference-Id", "i-1"), ("X-Amzn-SageMaker-Target-Variant", "champion"),
            ("Authorization", "AWS4-HMAC-SHA256 stolen"), ("X-Amz-Date", "19990101T000000Z"), ("Cookie", "session=1"), ("X-Canary-Unit", "u-1"), ("X-Forwarded-For", "10.0.0.1"));

        var sent = Assert.Single(_gateway.Runtime.Requests);
        Assert.Equal(("POST", "/endpoints/media-ranker/invocations", "payload"), (sent.Method, sent.Path, sent.Body));
        Assert.Equal(
            ["Accept", "Authorization", "Content-Length", "Content-Type", "Host", "X-Amz-Date", "x-amz-security-token", "x-amzn-sagemaker-custom-attributes", "x-amzn-sagemaker-inference-id", "x-amzn-sagemaker-target-variant"],
            sent.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        Assert.Contains(
            "SignedHeaders=accept;content-type;host;x-amz-date;x-amz-security-token;x-amzn-sagemaker-custom-attributes;x-amzn-sagemaker-inference-id;x-amzn-sagemaker-target-variant,",
            sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("trace 1", sent.Headers["x-amzn-sagemaker-custom-attributes"]);

        Assert.Equal((HttpStatusCode.OK, "scored"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("champion", Assert.Single(answer.Headers.GetValues("x-Amzn-Invoked-Production-Variant")));
        Assert.Equal("echo", Assert.Single(answer.Headers.GetValues("X-Amzn-SageMaker-Custom-Attributes")));
        Assert.Equal("r-1", Assert.Single(answer.Headers.GetValues("x-amzn-RequestId")));
        Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Contains("X-Internal"));
    }

    [Theory]
    [InlineData(200, "{}", 0, 0, 0)]
    [InlineData(424, """{"Message":"m","OriginalStatusCode":500,"OriginalMessage":"{\"OriginalStatusCode\":400}"}""", 0, 1, 1)]
    [InlineData(424, """{"Nested":{"OriginalStatusCode":503},"OriginalStatusCode":404}""", 1, 0, 1)]
    [InlineData(424, """{"OriginalStatusCode":0}""", 0, 0, 1)]
    [InlineData(424, "not JSON", 0, 0, 1)]
    [InlineData(400, "{}", 1, 0, 0)]
    [InlineData(503, "{}", 0, 1, 0)]
    public async Task Answer_OfAnyStatus_PassesAsItIsAndCountsAsCloudWatchCountsIt(int status, string body, int client, int server, int model)
    {
        _gateway.Runtime.Then(status, body, "application/json", FromChampion, ("x-amzn-errortype", "ModelError"));

        var endpoint = $"e-{status}-{body.Length}";
        var answer = await _gateway.InvokeAsync("{}", endpoint);

        Assert.Equal((status, body), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("ModelError", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
        var window = await CountedAsync(endpoint);
        Assert.Equal((1, client, server, model), (window.Requests, window.ClientErrors, window.ServerErrors, window.ModelErrors));
    }

    [Fact]
    public async Task Body_LargerThanTheApiTakes_Is413WhetherItsLengthIsKnownOrNot()
    {
        _gateway.Runtime.Then(200, "", "text/plain", FromChampion).Then(200, "", "text/plain", FromChampion);
        var most = new byte[GatewayOptions.LargestBody];

        Assert.Equal(HttpStatusCode.OK, (await _gateway.SendAsync(new ByteArrayContent(most), "large")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _gateway.SendAsync(new Unmeasured(most), "large")).StatusCode);
        Assert.All(_gateway.Runtime.Requests, sent => Assert.Equal(GatewayOptions.LargestBody, sent.Body.Length));

        foreach (var content in new HttpContent[] { new ByteArrayContent([.. most, 1]), new Unmeasured([.. most, 1]) })
        {
            var answer = await _gateway.SendAsync(content, "large");

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Equal("ValidationError", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
            Assert.Contains("less than or equal to 6291456", (await answer.ReadJsonAsync()).Text("Message"), StringComparison.Ordinal);
        }

        Assert.Equal(2, _gateway.Runtime.Requests.Count);
        Assert.Equal((2L, 0L), (_gateway.Status("large").Refused, _gateway.Status("large").InFlight));
    }

    [Fact]
    public async Task MoreInFlightThanAllowed_AreTurnedAwayWithATime()
    {
        await using var gateway = await GatewayOnScript.StartAsync(new GatewayOptions { Endpoints = "*", RequestsInFlight = 1 });
        var (arrived, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        gateway.Runtime.Then(async context =>
        {
            arrived.SetResult();
            await go.Task;
            context.Response.Headers["x-Amzn-Invoked-Production-Variant"] = "champion";
        });
        var first = gateway.InvokeAsync();
        await arrived.Task;

        var second = await gateway.InvokeAsync();
        go.SetResult();

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (second.StatusCode, second.Headers.RetryAfter?.Delta));
        Assert.Equal("ThrottlingException", Assert.Single(second.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Single(gateway.Runtime.Requests);
    }

    [Fact]
    public async Task MoreBytesThanAllowed_AreTurnedAwayWithATime()
    {
        await using var gateway = await GatewayOnScript.StartAsync(new GatewayOptions { Endpoints = "*", MegabytesInFlight = 8 });
        var (arrived, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        gateway.Runtime.Then(async _ =>
        {
            arrived.SetResult();
            await go.Task;
        });
        var first = gateway.SendAsync(new ByteArrayContent(new byte[5 * 1024 * 1024]));
        await arrived.Task;

        var second = await gateway.SendAsync(new ByteArrayContent(new byte[5 * 1024 * 1024]));
        go.SetResult();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)), (second.StatusCode, second.Headers.RetryAfter?.Delta));
        Assert.Equal("ServiceUnavailable", Assert.Single(second.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Theory]
    [InlineData("search", "Gateway:Endpoints must name it")]
    [InlineData("..%2Fmodels", "Gateway:Endpoints must name it")]
    [InlineData("media-ranker%0d%0aX-Evil:1", "Gateway:Endpoints must name it")]
    public async Task Endpoint_NotAllowed_IsNotFoundInOneSentence(string endpoint, string sentence)
    {
        await using var gateway = await GatewayOnScript.StartAsync(new GatewayOptions { Endpoints = "media-*" });

        var answer = await gateway.InvokeAsync("{}", endpoint);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(sentence, (await answer.ReadJsonAsync()).Text("Message"), StringComparison.Ordinal);
        Assert.Empty(gateway.Runtime.Requests);
    }

    [Theory]
    [InlineData("X-Amzn-SageMaker-Target-Variant", "champion x", "targetVariant")]
    [InlineData("X-Amzn-SageMaker-Target-Variant", "-champion", "targetVariant")]
    [InlineData("X-Amzn-SageMaker-Custom-Attributes", "a\u0001b", "customAttributes")]
    [InlineData("X-Amzn-SageMaker-Custom-Attributes", "a\u00e9", "customAttributes")]
    [InlineData("X-Amzn-SageMaker-Session-Id", "a_b", "sessionId")]
    [InlineData("X-Amzn-SageMaker-Inference-Component", "a-", "inferenceComponentName")]
    [InlineData("X-Amzn-SageMaker-Target-Model", "a\tb", "targetModel")]
    public async Task Header_OutsideTheApisBounds_GoesNowhere(string name, string value, string member)
    {

        var answer = await _gateway.InvokeAsync("{}", "media-ranker", (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"at '{member}'", (await answer.ReadJsonAsync()).Text("Message"), StringComparison.Ordinal);
        Assert.Empty(_gateway.Runtime.Requests);
    }

    [Theory]
    [InlineData("X-Amzn-SageMaker-Target-Variant", 63)]
    [InlineData("X-Amzn-SageMaker-Inference-Id", 64)]
    [InlineData("X-Amzn-SageMaker-Custom-Attributes", 1024)]
    [InlineData("X-Canary-Unit", 256)]
    public async Task Header_OneLetterTooLong_GoesNowhere(string name, int longest)
    {
        _gateway.Runtime.Then(200, "");

        Assert.Equal(HttpStatusCode.OK, (await _gateway.InvokeAsync("{}", "media-ranker", (name, new string('a', longest)))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _gateway.InvokeAsync("{}", "media-ranker", (name, new string('a', longest + 1)))).StatusCode);
        Assert.Single(_gateway.Runtime.Requests);
    }

    [Fact]
    public async Task TargetVariant_WhereItIsNotAllowed_IsRefused()
    {
        await using var gateway = await GatewayOnScript.StartAsync(new GatewayOptions { Endpoints = "*", AllowTargetVariant = false });

        var answer = await gateway.InvokeAsync("{}", "media-ranker", ("X-Amzn-SageMaker-Target-Variant", "champion"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Gateway:AllowTargetVariant is false", (await answer.ReadJsonAsync()).Text("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnotherSite_IsTurnedAway()
    {

        Assert.Equal(HttpStatusCode.Forbidden, (await _gateway.InvokeAsync("{}", "media-ranker", ("Origin", "http://evil.example"))).StatusCode);
        Assert.Empty(_gateway.Runtime.Requests);
    }

    [Fact]
    public async Task Runtime_ThatDoesNotAnswerInTime_IsAGatewayTimeout()
    {
        await using var gateway = await GatewayOnScript.StartAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Runtime.Then(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        var asking = gateway.InvokeAsync();
        await arrived.Task;

        gateway.Clock.Advance(TimeSpan.FromSeconds(70));

        var answer = await asking;
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Contains("within 70 s", (await answer.ReadJsonAsync()).Text("Message"), StringComparison.Ordinal);
        Assert.Equal(1, gateway.Status("media-ranker").Unattributed);
    }

    [Fact]
    public async Task Runtime_ThatIsNotThere_IsUnavailable()
    {
        await using var gateway = await GatewayOnScript.StartAsync();
        await gateway.Runtime.DisposeAsync();

        var answer = await gateway.InvokeAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("ServiceUnavailable", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal(0, gateway.Status("media-ranker").InFlight);
    }

    [Fact]
    public async Task Runtime_ThatRedirects_IsNotFollowed()
    {
        _gateway.Runtime.Then(307, "", "text/plain", ("Location", "http://169.254.169.254/latest/meta-data"));

        var answer = await _gateway.InvokeAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Single(_gateway.Runtime.Requests);
    }

    [Fact]
    public async Task LargeAnswer_StreamsThrough()
    {
        var large = string.Concat(Enumerable.Range(0, 200_000).Select(number => (char)('a' + (number % 26))));
        _gateway.Runtime.Then(200, large, "text/plain", FromChampion);

        Assert.Equal(large, await (await _gateway.InvokeAsync()).Content.ReadAsStringAsync());
    }

    // The gateway counts on the console's clock, which runs here; its second is over a moment later.
    private async Task<MetricWindow> CountedAsync(string endpoint)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await look.WaitForNextTickAsync(limit.Token))
        {
            if (_gateway.Counts.Windows(endpoint, "champion", DateTimeOffset.UnixEpoch, []) is [var window])
            {
                return window;
            }
        }

        throw new TimeoutException("Nothing was counted.");
    }

    private sealed class Unmeasured(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
