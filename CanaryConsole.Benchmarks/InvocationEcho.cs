using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CanaryConsole.Benchmarks;

/// <summary>The least a server can do with an invocation: it sends the payload back.</summary>
internal sealed class InvocationEcho : IAsyncDisposable
{
    private readonly WebApplication _app;

    private InvocationEcho(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<InvocationEcho> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            var body = new byte[context.Request.ContentLength ?? 0];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await app.StartAsync(cancellationToken);
        return new InvocationEcho(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
