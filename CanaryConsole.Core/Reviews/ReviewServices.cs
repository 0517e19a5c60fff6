using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Core.Reviews;

internal static class ReviewServices
{
    public static void AddReviews(this IServiceCollection services)
    {
        services.TryAddSingleton<ReviewGrounds>();
        services.TryAddSingleton<DryRun>();
        services.AddSingleton<IDryRunExaminer, ServingExaminer>();
        services.AddSingleton<IDryRunExaminer, CandidateExaminer>();
        services.AddSingleton<IDryRunExaminer, MetricExaminer>();
        services.AddSingleton<IDryRunExaminer, AlarmExaminer>();
        services.AddSingleton<IDryRunExaminer, ScalingExaminer>();
        services.AddSingleton<IDryRunExaminer, HookExaminer>();
        services.AddSingleton<IDryRunExaminer, CaptureExaminer>();
        services.AddSingleton<IDryRunExaminer, PermissionExaminer>();
        services.TryAddSingleton<IReviewDesk, ReviewDesk>();
    }
}
