using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Makes the champion's frozen quantiles from its windows. Pure.</summary>
public static class QuantileFreezing
{
    /// <summary>As much of the champion's past as is looked at.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(30);

    /// <summary>The newest windows, which may still change, are left out where the settled ones span at least this.</summary>
    public static readonly TimeSpan LeastSpan = TimeSpan.FromMinutes(15);

    /// <param name="champion">Ascending.</param>
    /// <param name="settledBefore">Windows that ended later may still change; they count only where the settled ones do not reach <see cref="LeastSpan"/>.</param>
    /// <param name="at">The moment of the freeze: nothing after it counts.</param>
    /// <returns>Null where no window tells the champion's latency.</returns>
    public static FrozenQuantiles? Of(IReadOnlyList<MetricWindow> champion, DateTimeOffset settledBefore, DateTimeOffset at)
    {
        List<MetricWindow> known =
            [.. champion.Where(window => window is { Requests: > 0, LatencyP50: { Ticks: > 0 }, LatencyP90: not null, LatencyP99: not null } && window.Start >= at - Span && window.End <= at)];
        List<MetricWindow> settled = [.. known.Where(window => window.End <= settledBefore)];
        var counted = settled.Count > 0 && settled[^1].End - settled[0].Start >= LeastSpan ? settled : known;
        if (counted.Count == 0)
        {
            return null;
        }

        var p50 = Average(counted, window => window.LatencyP50!.Value);
        var p90 = Later(Average(counted, window => window.LatencyP90!.Value), p50);
        var p99 = Later(Average(counted, window => window.LatencyP99!.Value), p90);
        return new FrozenQuantiles(p50, p90, p99, counted.Sum(window => window.Requests), counted[0].Start, counted[^1].End);
    }

    // Rounded to what CloudWatch measures in, so that the threshold asked for is the one written down.
    private static TimeSpan Average(List<MetricWindow> windows, Func<MetricWindow, TimeSpan> latency) => TimeSpan.FromMicroseconds(
        Math.Max(1, Math.Round(windows.Sum(window => latency(window).TotalMicroseconds * window.Requests) / windows.Sum(window => (double)window.Requests))));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
