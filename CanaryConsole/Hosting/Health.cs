using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Hosting;

internal static class Health
{
    /// <summary>Ready once the monitor has seen the world once; before that the pages would have nothing true to show.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes
        .MapGet("/healthz", (ISnapshotFeed<MonitorSnapshot> feed) => feed.Current.FirstTickDone
            ? Results.Text("ready")
            : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable))
        .ExcludeFromDescription();
}
