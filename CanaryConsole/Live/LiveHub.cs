using CanaryConsole.Core.Monitoring;
using Microsoft.AspNetCore.SignalR;

namespace CanaryConsole.Live;

/// <summary>Live push for programs: "update" messages arrive by themselves, GetSnapshot fills a gap.</summary>
internal sealed class LiveHub(LivePump pump, ISnapshotFeed<MonitorSnapshot> feed) : Hub
{
    public const string Path = "/hubs/live";
    public const string UpdateMethod = "update";

    public override Task OnConnectedAsync()
    {
        if (!pump.TryJoin(Context.ConnectionId))
        {
            Context.Abort();
        }

        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pump.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>The whole picture now; updates that follow build on it or on an earlier one.</summary>
    public LiveMessage GetSnapshot() => LiveTranslation.Whole(feed.Current);
}
