using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Live;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace CanaryConsole.Components;

/// <summary>The pages: what they need, and where they are.</summary>
internal static class ConsoleUi
{
    /// <summary>Needs a <see cref="TimeProvider"/>, a <see cref="Hosting.ConsoleEnvironment"/> and Core's services beside it.</summary>
    public static IServiceCollection AddConsoleUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.TryAddSingleton<RegistryShelf>();
        services.TryAddSingleton<KeyMetrics>();
        services.TryAddSingleton<VersionReading>();
        services.TryAddSingleton<ServedShelf>();
        services.TryAddScoped<Operator>();
        services.TryAddScoped<PageVisibility>();
        services.TryAddScoped<SecondTicker>();
        return services;
    }

    public static RazorComponentsEndpointConventionBuilder MapConsoleUi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        return endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
