using System.Text;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class InvokeEndpointTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Invoke_Members_TravelAsHeadersAndTheBodyAsItIs()
    {
        _server.Then(
            200,
            "[0.5]",
            "application/json",
            ("x-Amzn-Invoked-Production-Variant", "challenger"),
            ("X-Amzn-SageMaker-Custom-Attributes", "trace=1"));
        using var client = TestClients.Runtime(_server.Url);

        var response = await client.InvokeEndpointAsync(new InvokeEndpointRequest
        {
            EndpointName = "media-ranker",
            ContentType = "application/json",
            Accept = "application/json",
            TargetVariant = "challenger",
            InferenceId = "user-7",
            CustomAttributes = "a=b",
            Body = new MemoryStream("[1,2]"u8.ToArray()),
        });

        Assert.Equal("[0.5]", Encoding.UTF8.GetString(response.Body!.ToArray()));
        Assert.Equal(("challenger", "trace=1", "application/json"), (response.InvokedProductionVariant, response.CustomAttributes, response.ContentType));
        var request = Assert.Single(_server.Requests);
        Assert.Equal(("POST", "/endpoints/media-ranker/invocations", "[1,2]"), (request.Method, request.Path, request.Body));
        Assert.Equal("challenger", request.Headers["X-Amzn-SageMaker-Target-Variant"]);
        Assert.Equal("user-7", request.Headers["X-Amzn-SageMaker-Inference-Id"]);
        Assert.Equal("a=b", request.Headers["X-Amzn-SageMaker-Custom-Attributes"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Contains("/sagemaker/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_ModelFails_KeepsWhatTheModelSaid()
    {
        _server.Then(
            424,
            """{"ErrorCode":"INTERNAL_FAILURE_FROM_MODEL","LogStreamArn":"arn:log","Message":"Received server error (500)","OriginalMessage":"boom","OriginalStatusCode":500}""",
            "application/json",
            ("x-amzn-errortype", "ModelError"));
        using var client = TestClients.Runtime(_server.Url);

        var error = await Assert.ThrowsAsync<ModelErrorException>(() => client.InvokeEndpointAsync(Request()));

        Assert.Equal((500, "boom", "arn:log"), (error.OriginalStatusCode, error.OriginalMessage, error.LogStreamArn));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Invoke_ServiceFails_IsNotRepeated()
    {
        _server.Then(503, """{"Message":"busy"}""", headers: ("x-amzn-errortype", "ServiceUnavailable")).Then(200, "");
        using var client = TestClients.Runtime(_server.Url);

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.InvokeEndpointAsync(Request()));

        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Invoke_EveryMember_HasItsHeader()
    {
        _server.Then(200, "", headers: [("X-Amzn-SageMaker-New-Session-Id", "s-1; Expires=2026-11-21T10:00:00Z"), ("X-Amzn-SageMaker-Closed-Session-Id", "s-0")]);
        using var client = TestClients.Runtime(_server.Url);
        var invocation = Request();
        invocation.TargetModel = "ranker.tar.gz";
        invocation.TargetContainerHostname = "second";
        invocation.EnableExplanations = "`true`";
        invocation.InferenceComponentName = "component";
        invocation.SessionId = "NEW_SESSION";

        var response = await client.InvokeEndpointAsync(invocation);

        Assert.Equal(("s-1; Expires=2026-11-21T10:00:00Z", "s-0"), (response.NewSessionId, response.ClosedSessionId));
        var headers = Assert.Single(_server.Requests).Headers;
        Assert.Equal(
            ["ranker.tar.gz", "second", "`true`", "component", "NEW_SESSION"],
            new[] { "Target-Model", "Target-Container-Hostname", "Enable-Explanations", "Inference-Component", "Session-Id" }
                .Select(name => headers["X-Amzn-SageMaker-" + name]));
    }

    [Fact]
    public async Task Invoke_EndpointNameWithAPath_IsNotSent()
    {
        using var client = TestClients.Runtime(_server.Url);
        var invocation = Request();
        invocation.EndpointName = "a/../b?c";

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => client.InvokeEndpointAsync(invocation));

        Assert.Equal("endpointName", Assert.Single(error.Violations).Path);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Invoke_LineBreakInAHeaderMember_IsRefusedBeforeAnythingIsSent()
    {
        using var client = TestClients.Runtime(_server.Url);

        var invocation = Request();
        invocation.CustomAttributes = "a\r\nX-Evil: 1";

        await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeEndpointAsync(invocation));

        Assert.Empty(_server.Requests);
    }

    private static InvokeEndpointRequest Request() => new() { EndpointName = "e", Body = new MemoryStream() };
}
