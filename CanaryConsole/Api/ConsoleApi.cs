using CanaryConsole.Api.Published;
using CanaryConsole.Core;
using CanaryConsole.Hosting.Security;

namespace CanaryConsole.Api;

/// <summary>The REST API: the resources, the published contract beside them, and their description.</summary>
internal static class ConsoleApi
{
    /// <summary>Who the journal names for what came in this way without a name.</summary>
    public const string Actor = "api";

    public static IServiceCollection AddConsoleApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => CoreJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddSingleton<CountedInvocation>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>What every request to the API passes on its way: errors in one shape, the body within its limit, repeated writes.</summary>
    public static WebApplication UseConsoleApi(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
            api.Use(NoStoreAsync);
            api.Use(Caller.CheckAsync);
            api.UseMiddleware<RequestBytes>();
            api.UseMiddleware<Idempotency>();
        });
        return app;
    }

    public static void MapConsoleApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api")
            .RequireRateLimiting(RateLimits.Api)
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddEndpointFilter<CloudFailures>()
            .AddEndpointFilter<BodyProblems>();
        api.MapRollouts();
        api.MapRolloutEvents();
        api.MapRolloutCommands();
        api.MapReadinessChecks();
        api.MapRolloutPlans();
        api.MapOutlooks();
        api.MapReviews();
        api.MapBacktests();
        api.MapEndpoints();
        api.MapEnvironments();
        api.MapServing();
        api.MapCosts();
        api.MapTemplates();
        api.MapWaves();
        api.MapRegistry();
        api.MapArtifacts();
        api.MapVersions();
        api.MapCleanup();
        api.MapEvents();
        api.MapDeployments();
        api.MapTraffic();
        api.MapRollback();
        api.MapInference();
        api.MapUnknown();
        routes.MapOpenApi();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static Task NoStoreAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
