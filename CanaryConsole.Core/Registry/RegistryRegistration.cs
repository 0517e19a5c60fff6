using CanaryConsole.Core.Environments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Registry;

internal static class RegistryRegistration
{
    /// <summary>Finding candidates.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddOptions<RegistryOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<IEnvironmentDirectory, NoEnvironments>();
        services.TryAddSingleton<ICandidateDiscovery, CandidateDiscovery>();
        return services;
    }
}
