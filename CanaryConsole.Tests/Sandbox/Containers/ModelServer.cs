using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Tests.Sandbox.Containers;

/// <summary>A small model server on a free port, with SageMaker's contract; each test says what it answers.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public int PingStatus { get; set; } = 200;

    public Func<HttpContext, Task> Invocation { get; set; } = EchoAsync;

    /// <summary>The headers of each invocation, in the order of their arrival.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Invocations { get; } = new();

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new ModelServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static async Task EchoAsync(HttpContext context)
    {
        context.Response.ContentType = context.Request.ContentType;
        await context.Request.Body.CopyToAsync(context.Response.Body);
    }

    public static Func<HttpContext, Task> Answering(int status, string body) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request is { Method: "GET", Path.Value: "/ping" })
        {
            context.Response.StatusCode = PingStatus;
            return Task.CompletedTask;
        }

        if (context.Request is not { Method: "POST", Path.Value: "/invocations" })
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        Invocations.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        return Invocation(context);
    }
}
