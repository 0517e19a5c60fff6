using CanaryConsole.Core.Gateway;
using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Gateway;

internal static class GatewayHost
{
    /// <summary>Every endpoint of the sandbox, where nothing costs anything; on AWS none, until the settings name some.</summary>
    private const string AllOfTheSandbox = "*";

    public static WebApplicationBuilder AddInvocationGateway(this WebApplicationBuilder builder, ConsoleSettings settings)
    {
        var section = builder.Configuration.GetSection(GatewayOptions.Section);
        builder.Services.Configure<GatewayOptions>(section);
        if (section[nameof(GatewayOptions.Endpoints)] is null && settings.IsSandbox)
        {
            builder.Services.Configure<GatewayOptions>(options => options.Endpoints = AllOfTheSandbox);
        }

        builder.Services.AddSingleton<InvocationPassage>();
        return builder;
    }

    /// <summary>
    /// SageMaker Runtime's own address. It answers programs, not pages: no form and so no antiforgery token, no rate of the console's API but the gateway's own budget. A page of another site is
    /// turned away by its Origin as everywhere.
    /// </summary>
    public static void MapInvocationGateway(this IEndpointRouteBuilder routes)
    {
        var passage = routes.ServiceProvider.GetRequiredService<InvocationPassage>();
        routes.MapPost("/endpoints/{EndpointName}/invocations", passage.PassAsync).DisableAntiforgery().ExcludeFromDescription();
    }
}
