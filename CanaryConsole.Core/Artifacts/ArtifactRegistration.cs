using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Artifacts;

internal static class ArtifactRegistration
{
    public static void AddArtifacts(this IServiceCollection services)
    {
        services.AddOptions<ArtifactOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<IArtifactDesk, ArtifactDesk>();
        services.TryAddSingleton<ArtifactCheck>();
        services.TryAddSingleton<FolderPacker>();
        services.TryAddSingleton<IVersionDesk, VersionDesk>();
    }
}
