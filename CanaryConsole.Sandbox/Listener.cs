using System.Net;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox;

/// <summary>The socket: every request that comes in on it goes to the front.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private const int MaximumBody = 8 * 1024 * 1024;

    private readonly WebApplication _app;

    private Listener(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port that was found where any would do.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <exception cref="SandboxStartException">The port is taken.</exception>
    public static async Task<Listener> StartAsync(int port, Front front, ILoggerFactory loggerFactory, CancellationToken cancellationToken)
    {
        // The empty builder reads no settings file and no environment: nothing but the options says where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggerFactory);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(front.HandleAsync);
        try
        {
            await app.StartAsync(cancellationToken);
            return new Listener(app);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new SandboxStartException(
                $"Port {port} on 127.0.0.1 is in use: stop the program that holds it, or set Sandbox:Port to another port (0 takes any free one).",
                exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
