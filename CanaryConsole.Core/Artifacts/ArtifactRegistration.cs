using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Artifacts;

internal static class ArtifactRegistration
{
    public static void AddArtifacts(this IServiceCollection services)
    {
        services.AddOptions<ArtifactOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<IArtifactDesk>(provider => new ArtifactDesk(
            provider.GetRequiredService<IArtifactStore>(),
            provider.GetRequiredService<IOptions<ArtifactOptions>>(),
            provider.GetRequiredService<IOptions<RegistryOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            TimeProvider.System));
        services.TryAddSingleton(provider => new ArtifactCheck(
            provider.GetRequiredService<IArtifactDesk>(),
            provider.GetRequiredService<IEnvironmentDirectory>(),
            provider.GetRequiredService<IOptions<ArtifactOptions>>(),
            TimeProvider.System));
        services.TryAddSingleton<FolderPacker>();
        services.TryAddSingleton<IVersionDesk, VersionDesk>();
    }
}
