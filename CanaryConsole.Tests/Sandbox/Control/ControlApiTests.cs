using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Control;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.Control;

public sealed class ControlApiTests : IAsyncLifetime
{
    private SandboxHost? _host;
    private HttpClient Http { get; } = new();

    private SandboxControlClient Client => new(Http);

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(
            new SandboxOptions { Port = 0, Faults = ["late-metrics seconds=90"] }, new ManualTimeProvider(), NullLoggerFactory.Instance, CancellationToken.None);
        Http.BaseAddress = new Uri($"http://127.0.0.1:{_host.BoundPort}");
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
    }

    [Fact]
    public async Task Status_TellsWhatAFaultMayAimAt()
    {
        var status = await Client.StatusAsync(CancellationToken.None);

        Assert.Equal(["media-ranker", "search-embeddings"], status.Endpoints.Select(endpoint => endpoint.Name));
        Assert.Equal(["champion", "challenger"], status.Endpoints[1].Variants);
        Assert.Equal("InService", status.Endpoints[0].Status);
        Assert.Superset(new HashSet<string> { "DescribeEndpoint", "InvokeEndpoint", "GetMetricData", "Publish" }, status.Operations.ToHashSet());
    }

    [Fact]
    public async Task Faults_FromTheSettings_AreInForceBeforeAnybodyAsks()
    {
        var fault = Assert.Single((await Client.FaultsAsync(CancellationToken.None)).Active);

        Assert.Equal(("late-metrics", "90"), (fault.Kind, fault.Values["seconds"]));
    }

    [Fact]
    public async Task Faults_StartedAndEnded_ComeAndGo()
    {
        var started = await Client.StartAsync("throttle", new Dictionary<string, string> { ["operation"] = "DescribeEndpoint", ["rate"] = "0.5", ["for"] = "60" }, CancellationToken.None);

        Assert.Equal(started.Since.AddMinutes(1), started.Until);
        Assert.Equal(started.Id, (await Client.FaultsAsync(CancellationToken.None)).Active[0].Id);

        await Client.EndAsync(started.Id, CancellationToken.None);
        Assert.DoesNotContain((await Client.FaultsAsync(CancellationToken.None)).Active, fault => fault.Id == started.Id);

        var late = await Assert.ThrowsAsync<SandboxControlException>(() => Client.EndAsync(started.Id, CancellationToken.None));
        Assert.Equal($"There is no fault {started.Id} in force.", late.Message);

        await Client.EndAllAsync(CancellationToken.None);
        Assert.Empty((await Client.FaultsAsync(CancellationToken.None)).Active);
    }

    [Fact]
    public async Task Post_WithNumbers_IsReadToo()
    {
        using var response = await Http.PostAsJsonAsync("/_sandbox/faults", new { kind = "variant-latency", endpoint = "media-ranker", variant = "champion", factor = 2.5 });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("2.5", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("values").GetProperty("factor").GetString());
    }

    [Theory]
    [InlineData("{\"kind\": \"throttle\", \"rate\": 2}", "The fault throttle has rate \"2\": give a number above 0 and at most 1.")]
    [InlineData("{\"rate\": 1}", "A fault needs its kind, as in {\"kind\": \"throttle\", \"operation\": \"DescribeEndpoint\", \"rate\": 0.5}.")]
    [InlineData("{\"kind\": [1]}", "The value of kind must be a text or a number.")]
    [InlineData("[]", "The request body must be a JSON object, as in {\"kind\": \"throttle\", \"rate\": 0.5}.")]
    [InlineData("", "The request body must be a JSON object, as in {\"kind\": \"throttle\", \"rate\": 0.5}.")]
    public async Task Post_WhatCannotBeMeant_IsRefusedInOneSentence(string body, string sentence)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/_sandbox/faults", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(sentence, await MessageAsync(response));
    }

    [Fact]
    public async Task Post_AnOperationThatIsNotThere_IsRefusedWithThoseThatAre()
    {
        var refused = await Assert.ThrowsAsync<SandboxControlException>(() => Client.StartAsync(
            "throttle", new Dictionary<string, string> { ["operation"] = "DescribeEndpoints", ["rate"] = "1" }, CancellationToken.None));

        Assert.StartsWith("The fault throttle has operation \"DescribeEndpoints\": the sandbox has no such operation; it has ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(" AddTags, ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Accept", "*/*", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Sec-Fetch-Site", "none", "application/json; charset=utf-8", HttpStatusCode.Created)]
    public async Task Post_FromAForeignPage_SetsNothing(string header, string value, string contentType, HttpStatusCode status)
    {
        await Client.EndAllAsync(CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_sandbox/faults") { Content = new StringContent("{\"kind\":\"expired-credentials\"}") };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.Created, (await Client.FaultsAsync(CancellationToken.None)).Active.Count == 1);
    }

    [Fact]
    public async Task Anything_Unknown_IsNotThere()
    {
        using var response = await Http.GetAsync(new Uri("/_sandbox/coffee", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("The sandbox's control API has no GET /_sandbox/coffee.", await MessageAsync(response));
    }

    [Fact]
    public async Task Client_NobodyThere_SaysSoInOneSentence()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };

        var failed = await Assert.ThrowsAsync<SandboxControlException>(() => new SandboxControlClient(http).StatusAsync(CancellationToken.None));

        Assert.Equal(("The sandbox at http://127.0.0.1:9 does not answer.", false), (failed.Message, failed.IsRefusal));
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>())!["message"];
}
