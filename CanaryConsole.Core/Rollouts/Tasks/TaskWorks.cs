using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Core.Rollouts.Tasks;

internal static class TaskWorks
{
    public static void AddTaskWorks(this IServiceCollection services)
    {
        services.AddSingleton<QuarantineLog>();
        services.AddSingleton<QuarantineCheck>();
        services.AddSingleton<EndpointPictures>();
        services.AddSingleton<IActionPerformer, TaskPerformer>();
        services.AddSingleton<ITaskWork, PictureWork>();
        services.AddSingleton<ITaskWork, ModelWork>();
        services.AddSingleton<ITaskWork, ScalingWork>();
        services.AddSingleton<ITaskWork, TaggingWork>();
        services.AddSingleton<ITaskWork, ReshapingWork>();
        services.AddSingleton<ITaskWork, QuarantineWork>();
        services.AddSingleton<ITaskWork, AlarmWork>();
    }
}
