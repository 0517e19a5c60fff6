using CanaryConsole.Hosting.Security;
using CanaryConsole.Hosting.Settings;
using CanaryConsole.Sandbox;
using Microsoft.AspNetCore.HostFiltering;

namespace CanaryConsole.Hosting;

/// <summary>The process around the console: where it listens, which clock it goes by, how it stops.</summary>
internal static class ConsoleHost
{
    /// <summary>Ctrl+C does not wait longer than this for open pages to say goodbye.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(4);

    public static WebApplicationBuilder AddConsoleHost(this WebApplicationBuilder builder, ConsoleSettings settings)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            ListenPort.RequireFree(settings.Urls);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.LargestBody;
            kestrel.ConfigureEndpointDefaults(LoopbackOnly.Require);
        });
        builder.Services.Configure<HostFilteringOptions>(filtering =>
        {
            filtering.AllowedHosts = [.. settings.HostNames];
            filtering.AllowEmptyHosts = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new StartupHush(builder.Logging));
        builder.Services.AddHostedService<StartupVoice>();

        builder.Services.AddSingleton(settings.IsSandbox && settings.TimeScale > 1
            ? new ScaledTimeProvider(TimeProvider.System, settings.TimeScale, settings.TimeOrigin)
            : TimeProvider.System);
        builder.Services.AddSingleton(new ConsoleEnvironment(settings.IsSandbox ? "Sandbox" : "Aws", settings.Aws.Region, settings.TimeScale));
        return builder;
    }
}
