using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Gateway;

/// <summary>What the invocation gateway has counted, per variant in windows of one second.</summary>
public interface IGatewayCounts
{
    /// <summary>Whether the gateway may forward to the endpoint at all: fixed for the life of the process.</summary>
    bool Covers(string endpoint);

    /// <summary>The endpoints that had requests in the last minute.</summary>
    IReadOnlyList<string> ActiveEndpoints { get; }

    /// <summary>Whole seconds with requests, ascending; the second that still runs is left out. At most the last 15 minutes are kept.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="thresholds">Counts of requests slower than each come as <see cref="MetricWindow.SlowCounts"/>, within 1 % of the latency.</param>
    IReadOnlyList<MetricWindow> Windows(string endpoint, string variant, DateTimeOffset from, IReadOnlyList<TimeSpan> thresholds);

    /// <summary>Requests since then whose caller pinned the variant.</summary>
    long Pinned(string endpoint, string variant, DateTimeOffset from);
}
