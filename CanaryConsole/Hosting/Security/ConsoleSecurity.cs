using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace CanaryConsole.Hosting.Security;

internal static class ConsoleSecurity
{
    public static WebApplicationBuilder AddConsoleSecurity(this WebApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        builder.Services.AddRateLimits();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.SuppressXFrameOptionsHeader = true);

        // After every other source: the framework would take DetailedErrors from a setting, and details belong to developers.
        builder.Services.PostConfigureAll<CircuitOptions>(circuit => circuit.DetailedErrors = development);
        builder.Services.PostConfigureAll<HubOptions>(hub => hub.EnableDetailedErrors = development);
        return builder;
    }

    public static WebApplication UseConsoleSecurity(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OriginCheck>();
        app.UseRateLimiter();
        app.UseAntiforgery();
        return app;
    }
}
