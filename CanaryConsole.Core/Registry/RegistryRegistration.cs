using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Registry.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Registry;

internal static class RegistryRegistration
{
    /// <summary>Finding candidates, looking at them, and approving them.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddOptions<RegistryOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<ICandidateDiscovery, CandidateDiscovery>();
        services.TryAddSingleton<IPackageMetrics, PackageMetrics>();
        services.TryAddSingleton<ApprovalLog>();
        services.TryAddSingleton<ApprovalCheck>();
        services.TryAddSingleton<IApprovalDesk, ApprovalDesk>();
        return services;
    }
}
