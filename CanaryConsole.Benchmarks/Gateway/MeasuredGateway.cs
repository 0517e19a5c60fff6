using System.Net;
using Amazon.Runtime;
using CanaryConsole.Aws;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Gateway;
using CanaryConsole.Hosting;
using CanaryConsole.Hosting.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>The console's own gateway behind the console's own middleware, on a socket of its own and in front of the given runtime; the monitor does not run.</summary>
internal sealed class MeasuredGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MeasuredGateway(WebApplication app) => _app = app;

    public Uri Address => new(new Uri(_app.Urls.Single()), "/endpoints/media-ranker/invocations");

    public static async Task<MeasuredGateway> StartAsync(Uri runtime, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting().AddLogging();
        builder.AddConsoleSecurity();
        var hosting = builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToList();
        builder.Services.AddSqliteStorage().AddCanaryAws(new AwsOptions()).AddCanaryCore();
        foreach (var background in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).Except(hosting).ToList())
        {
            builder.Services.Remove(background);
        }

        // A machine that stands still for a moment lets requests pile up; that is no reason to refuse them here.
        builder.Services.AddSingleton(Options.Create(new GatewayOptions { Endpoints = "*", RequestsInFlight = 10_000 }));
        builder.Services.AddSingleton<InvocationPassage>().AddSingleton(_ => Forwarder(runtime));
        var app = builder.Build();
        app.UseFaultPage();
        app.UseConsoleSecurity();
        app.MapInvocationGateway();
        await app.StartAsync(cancellationToken);
        return new MeasuredGateway(app);
    }

    public static InvocationForwarder Forwarder(Uri runtime) =>
        new(runtime, "eu-central-1", () => ValueTask.FromResult(new ImmutableCredentials("AKIDEXAMPLE", "secret", null)), TimeProvider.System);

    /// <summary>How many requests the gateway counted as answered: what was measured did pass it.</summary>
    public long Counted() => _app.Services.GetRequiredService<GatewayCounts>().Windows("media-ranker", "champion", DateTimeOffset.UnixEpoch, []).Sum(window => window.Requests - window.Errors);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
