using System.Net;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>The least that a signing proxy can be: Kestrel, an HTTP client and a signer. No limits, no counts, no checks, nothing chosen.</summary>
internal sealed class BareProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly InvocationForwarder _forwarder;

    private BareProxy(WebApplication app, InvocationForwarder forwarder) => (_app, _forwarder) = (app, forwarder);

    public Uri Address => new(new Uri(_app.Urls.Single()), "/endpoints/media-ranker/invocations");

    public static async Task<BareProxy> StartAsync(Uri runtime, CancellationToken cancellationToken)
    {
        var forwarder = MeasuredGateway.Forwarder(runtime);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            var body = new byte[context.Request.ContentLength ?? 0];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            using var answer = await forwarder.SendAsync(new InvocationToForward("media-ranker", body), context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentLength = answer.Content.Headers.ContentLength;
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await app.StartAsync(cancellationToken);
        return new BareProxy(app, forwarder);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _forwarder.Dispose();
    }
}
