using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>The least that SageMaker Runtime can be: it reads the payload and answers with as much.</summary>
internal sealed class LoopbackRuntime : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackRuntime(WebApplication app) => _app = app;

    public Uri Root => new(_app.Urls.Single());

    public Uri Address => new(Root, "/endpoints/media-ranker/invocations");

    public static async Task<LoopbackRuntime> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.Headers["x-Amzn-Invoked-Production-Variant"] = "champion";
            context.Response.ContentLength = context.Request.ContentLength;
            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await app.StartAsync(cancellationToken);
        return new LoopbackRuntime(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
