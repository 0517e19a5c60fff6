using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Controls.Rollouts.Wizard;
using CanaryConsole.Live;
using CanaryConsole.Playground;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace CanaryConsole.Components;

/// <summary>The pages: what they need, and where they are.</summary>
internal static class ConsoleUi
{
    // Bytes: a draft that comes back from the browser, or a payload as large as a smoke test's may be, in one message.
    private const int LargestMessage = 512 * 1024;

    /// <summary>Needs a <see cref="TimeProvider"/>, a <see cref="Hosting.ConsoleEnvironment"/> and Core's services beside it.</summary>
    public static IServiceCollection AddConsoleUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddRadzenComponents();
        services.TryAddSingleton<RegistryShelf>();
        services.TryAddSingleton<KeyMetrics>();
        services.TryAddSingleton<VersionReading>();
        services.TryAddSingleton<ServedShelf>();
        services.TryAddScoped<Operator>();
        services.TryAddSingleton<PlaygroundSending>();
        services.TryAddScoped<PlaygroundHistory>();
        services.TryAddScoped<PageVisibility>();
        services.TryAddScoped<SecondTicker>();
        services.TryAddScoped<IDraftStore, BrowserDrafts>();
        return services;
    }

    public static RazorComponentsEndpointConventionBuilder MapConsoleUi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        return endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
