using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Gateway;

internal static class GatewayServices
{
    /// <summary>The gateway's counting and choosing. Without endpoints in its options it is off: it covers none.</summary>
    public static IServiceCollection AddInvocationGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<GatewayCounts>();
        services.TryAddSingleton<IGatewayCounts>(provider => provider.GetRequiredService<GatewayCounts>());
        services.TryAddSingleton<InFlightBudget>();
        services.TryAddSingleton<GatewayRouting>();
        services.TryAddSingleton<IInvocationGateway, InvocationGateway>();
        return services;
    }
}
