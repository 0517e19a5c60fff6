using CanaryConsole.Hosting.Settings;
using CanaryConsole.Live;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Hosting;

/// <summary>The local AWS inside the console: up before anything calls it, down after everything else.</summary>
internal sealed class SandboxService(SandboxOptions options, TimeProvider time, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private SandboxHost? _host;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _host = await SandboxHost.StartAsync(options, time, loggers, cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            await host.DisposeAsync();
        }
    }
}

internal static class SandboxServices
{
    /// <summary>The local AWS, unless there is none or it runs by itself, and what the pages see of it. Add it before whatever calls the cloud from its own start.</summary>
    public static WebApplicationBuilder AddSandbox(this WebApplicationBuilder builder, ConsoleSettings settings)
    {
        if (settings.HostsSandbox)
        {
            builder.Services.AddSingleton(builder.Configuration.GetSection(SandboxOptions.SectionName).Get<SandboxOptions>() ?? new SandboxOptions());
            builder.Services.AddHostedService<SandboxService>();
        }

        builder.Services.AddSingleton(new SandboxControlClient(new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{settings.Aws.SandboxPort}") }));
        builder.Services.AddSingleton<SandboxDesk>();
        if (settings.IsSandbox)
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<SandboxDesk>());
        }

        return builder;
    }
}
