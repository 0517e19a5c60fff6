using CanaryConsole.Core;

namespace CanaryConsole.Live;

internal static class LiveServices
{
    private const int LargestRequest = 4 * 1024;

    public static IServiceCollection AddLiveHub(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddHubOptions<LiveHub>(hub => hub.MaximumReceiveMessageSize = LargestRequest)
            .AddJsonProtocol(json => CoreJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<LivePump>();
        return services;
    }

    public static void MapLiveHub(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>(LiveHub.Path);
}
