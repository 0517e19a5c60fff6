using System.Runtime.CompilerServices;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Traffic;

/// <summary>An endpoint's last hour, summed up for one line of a list.</summary>
internal sealed record EndpointTraffic(Sparkline Errors, Sparkline Latency, RecentTraffic Recent)
{
    // Many viewers look at the same immutable snapshot; it is summed up once for all of them, and forgotten with it.
    private static readonly ConditionalWeakTable<EndpointSnapshot, EndpointTraffic> Summed = [];

    public static EndpointTraffic Of(EndpointSnapshot endpoint) => Summed.GetValue(endpoint, Sum);

    private static EndpointTraffic Sum(EndpointSnapshot endpoint)
    {
        var minutes = TrafficMinute.LastHour(endpoint.Variants);
        return new EndpointTraffic(Sparkline.Errors(minutes), Sparkline.LatencyP99(minutes), RecentTraffic.Together(endpoint.Variants));
    }
}
