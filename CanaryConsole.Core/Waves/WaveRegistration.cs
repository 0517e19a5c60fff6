using CanaryConsole.Core.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Waves;

internal static class WaveRegistration
{
    /// <summary>Templates, and the waves that may go by them.</summary>
    public static IServiceCollection AddTemplatesAndWaves(this IServiceCollection services)
    {
        services.TryAddSingleton<TemplateLog>();
        services.TryAddSingleton<ITemplateService, TemplateService>();
        services.TryAddSingleton<WaveLog>();
        services.TryAddSingleton<WaveSignal>();
        services.TryAddSingleton<WaveRunner>();
        services.TryAddSingleton<IWaveService, WaveService>();
        services.AddHostedService<WaveLoop>();
        return services;
    }
}
