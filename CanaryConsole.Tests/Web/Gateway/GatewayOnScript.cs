using Amazon.Runtime;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Hosting.Settings;
using CanaryConsole.Tests.Aws.Protocol;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Web.Gateway;

/// <summary>The console's whole pipeline before a SageMaker Runtime that answers as told.</summary>
internal sealed class GatewayOnScript : IAsyncDisposable
{
    private readonly ConsoleFactory _factory = new();
    private readonly WebApplicationFactory<ConsoleSettings> _console;

    private GatewayOnScript(ScriptedServer runtime, GatewayOptions options)
    {
        Runtime = runtime;
        _console = _factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Options.Create(options));
            services.RemoveAll<InvocationForwarder>();
            services.AddSingleton(_ => new InvocationForwarder(
                new Uri(runtime.Url), "eu-central-1", () => ValueTask.FromResult(new ImmutableCredentials("AKIDEXAMPLE", "secret", "token")), TimeProvider.System));
        }));
        Client = _console.CreateClient();
    }

    public ScriptedServer Runtime { get; }

    public HttpClient Client { get; }

    public ManualTimeProvider Clock => _factory.Clock;

    public GatewayStatus Status(string endpoint) => _console.Services.GetRequiredService<IInvocationGateway>().Status(endpoint);

    /// <summary>What has been counted, whole seconds or not.</summary>
    public GatewayCounts Counts => _console.Services.GetRequiredService<GatewayCounts>();

    public static async Task<GatewayOnScript> StartAsync(GatewayOptions? options = null) => new(await ScriptedServer.StartAsync(), options ?? new GatewayOptions { Endpoints = "*" });

    public Task<HttpResponseMessage> InvokeAsync(string body = "{}", string endpoint = "media-ranker", params (string Name, string Value)[] headers) =>
        SendAsync(new StringContent(body), endpoint, headers);

    public Task<HttpResponseMessage> SendAsync(HttpContent body, string endpoint = "media-ranker", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/endpoints/{endpoint}/invocations") { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _console.DisposeAsync();
        await _factory.DisposeAsync();
        await Runtime.DisposeAsync();
    }
}
