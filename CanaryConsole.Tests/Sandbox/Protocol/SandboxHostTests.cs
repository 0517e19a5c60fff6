using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.Protocol;

public sealed class SandboxHostTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Signed =
        "AWS4-HMAC-SHA256 Credential=x/20260105/eu-central-1/sagemaker/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly HttpClient _http = new() { BaseAddress = sandbox.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Post_WithoutSignature_IsRefused() => await AssertErrorAsync(
        await SendAsync("SageMaker.ListEndpoints", "{}", authorization: null), HttpStatusCode.Forbidden, "MissingAuthenticationTokenException");

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=x")]
    [InlineData("AWS4-HMAC-SHA256 Credential=x/1/r/s/aws4_request, SignedHeaders=host, Signature=00")]
    [InlineData("Basic eDp5")]
    public async Task Post_WithAMalformedSignature_IsRefused(string authorization) => await AssertErrorAsync(
        await SendAsync("SageMaker.ListEndpoints", "{}", authorization), HttpStatusCode.Forbidden, "IncompleteSignatureException");

    [Fact]
    public async Task Post_UnderAForeignHostName_IsRefused()
    {
        using var request = Request("SageMaker.ListEndpoints", "{}", Signed);
        request.Headers.Host = "attacker.example:5081";

        await AssertErrorAsync(await _http.SendAsync(request), HttpStatusCode.Forbidden, "InvalidHostException");
    }

    [Theory]
    [InlineData("SageMaker.MakeCoffee", "{}", "UnknownOperationException")]
    [InlineData("SageMaker.DescribeEndpoint", "{", "SerializationException")]
    [InlineData("SageMaker.DescribeEndpoint", "[]", "SerializationException")]
    [InlineData("SageMaker.DescribeEndpoint", "{\"EndpointName\": 5}", "SerializationException")]
    [InlineData("SageMaker.DescribeEndpoint", "", "ValidationException")]
    [InlineData("SageMaker.DescribeEndpoint", "null", "ValidationException")]
    [InlineData("GraniteServiceVersion20100801.GetMetricData", "{}", "MissingRequiredParameterException")]
    public async Task Post_WhatCannotBeAnswered_IsAnErrorInAmazonsForm(string target, string body, string type)
    {
        var response = await SendAsync(target, body, Signed);

        Assert.Equal(type, response.Headers.GetValues("x-amzn-errortype").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-requestid").Single(), out _));
        await AssertErrorAsync(response, HttpStatusCode.BadRequest, type);
    }

    [Fact]
    public async Task Post_TwoMegabytes_IsRefused() => await AssertErrorAsync(
        await SendAsync("SageMaker.DescribeEndpoint", new string(' ', 2_000_000), Signed), HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge");

    [Fact]
    public async Task Publish_ToAnUnknownTopic_IsAnErrorInXml()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.TryAddWithoutValidation("Authorization", Signed);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        request.Content = new FormUrlEncodedContent([new("Action", "Publish"), new("TopicArn", "arn:x"), new("Message", "hi")]);

        var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<Code>NotFound</Code><Message>Topic does not exist</Message>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/endpoints/nobody/invocations", null, HttpStatusCode.BadRequest, "Endpoint nobody of account 123456789012 not found.")]
    [InlineData("/endpoints/media-ranker/invocations", "nobody", HttpStatusCode.BadRequest, "Variant nobody not found for Endpoint media-ranker.")]
    [InlineData("/endpoints/media-ranker/invocations", "a b", HttpStatusCode.BadRequest, "1 validation error detected: Value 'a b' at 'targetVariant'")]
    [InlineData("/endpoints/media-ranker/oops", null, HttpStatusCode.NotFound, "The operation POST /endpoints/media-ranker/oops is not known to the sandbox.")]
    public async Task Invoke_WhatCannotBeServed_SaysWhy(string path, string? variant, HttpStatusCode status, string message)
    {
        var response = await InvokeAsync(path, "{}", variant);

        Assert.Equal(status, response.StatusCode);
        Assert.StartsWith(message, Json(await response.Content.ReadAsStringAsync()).GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_PinnedToAVariant_IsServedByItAndCounted()
    {
        var served = 0;
        for (var i = 0; i < 5; i++)
        {
            var response = await InvokeAsync("/endpoints/search-embeddings/invocations", "{\"query\": 1}", "challenger");
            Assert.Equal("challenger", response.Headers.GetValues("x-amzn-invoked-production-variant").Single());
            served += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.InRange(served, 3, 5);
    }

    [Fact]
    public async Task Invoke_OneByteTooMany_IsRefused()
    {
        var response = await InvokeAsync("/endpoints/media-ranker/invocations", new string('x', 6_291_457), variant: null);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("6291456", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneSentence()
    {
        var options = new SandboxOptions { Port = sandbox.Host.BoundPort };

        var refused = await Assert.ThrowsAsync<SandboxStartException>(
            () => SandboxHost.StartAsync(options, new ManualTimeProvider(), NullLoggerFactory.Instance, CancellationToken.None));
        Assert.Equal(
            $"Port {options.Port} on 127.0.0.1 is in use: stop the program that holds it, or set Sandbox:Port to another port (0 takes any free one).",
            refused.Message);
    }

    [Fact]
    public async Task Listener_OnAnotherAddressThanLoopback_IsNotThere()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        // All of 127.0.0.0/8 is this machine; a listener on every address would answer here.
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Parse("127.0.0.2"), sandbox.Host.BoundPort));
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, Json(await response.Content.ReadAsStringAsync()).GetProperty("__type").GetString());
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static HttpRequestMessage Request(string target, string body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1") };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(string target, string body, string? authorization)
    {
        using var request = Request(target, body, authorization);
        return await _http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> InvokeAsync(string path, string body, string? variant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", Signed);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        if (variant is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amzn-SageMaker-Target-Variant", variant);
        }

        return await _http.SendAsync(request);
    }
}
