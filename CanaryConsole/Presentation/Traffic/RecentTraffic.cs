using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Traffic;

/// <summary>What a variant, or several together, did of late. Null is what was not measured.</summary>
/// <param name="PerSecond">0 when the source was read and had nothing.</param>
public sealed record RecentTraffic(double? PerSecond, Percentage? ErrorRate, TimeSpan? LatencyP50, TimeSpan? LatencyP99)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OldAfter = TimeSpan.FromMinutes(5);

    public static RecentTraffic Unknown { get; } = new(null, null, null, null);

    private static RecentTraffic Silent { get; } = new(0, null, null, null);

    public static RecentTraffic Of(VariantHistory? history)
    {
        if (history?.ReadAt is not { } readAt)
        {
            return Unknown;
        }

        if (history.Windows.Count == 0 || readAt - history.Windows[^1].End > OldAfter)
        {
            return Silent;
        }

        var windows = Latest(history.Windows);
        var requests = windows.Sum(window => window.Requests);
        var seconds = (windows[^1].End - windows[0].Start).TotalSeconds;
        return new RecentTraffic(
            requests / seconds,
            requests > 0 ? Percentage.FromFraction((double)windows.Sum(window => window.Errors) / requests) : null,
            Mean(windows, window => window.LatencyP50),
            Mean(windows, window => window.LatencyP99));
    }

    /// <summary>Several variants as one endpoint: rates add up, and the slowest variant's latency stands.</summary>
    public static RecentTraffic Together(IReadOnlyList<VariantHistory> histories)
    {
        var parts = histories.Select(Of).Where(part => part.PerSecond is not null).ToList();
        if (parts.Count == 0)
        {
            return Unknown;
        }

        var perSecond = parts.Sum(part => part.PerSecond ?? 0);
        var failing = parts.Sum(part => (part.PerSecond ?? 0) * (part.ErrorRate?.Fraction ?? 0));
        return new RecentTraffic(
            perSecond,
            perSecond > 0 ? Percentage.FromFraction(Math.Clamp(failing / perSecond, 0, 1)) : null,
            parts.Max(part => part.LatencyP50),
            parts.Max(part => part.LatencyP99));
    }

    // The newest window is often still filling up; it would show a dip that is not there.
    private static List<MetricWindow> Latest(IReadOnlyList<MetricWindow> windows)
    {
        var whole = windows.Count > 1 ? windows.Take(windows.Count - 1).ToList() : [.. windows];
        var from = whole[^1].End - Span;
        return [.. whole.Where(window => window.Start >= from || window == whole[^1])];
    }

    // Weighted by requests: near enough for a glance; the charts show each window's own percentile.
    private static TimeSpan? Mean(List<MetricWindow> windows, Func<MetricWindow, TimeSpan?> latency)
    {
        var measured = windows.Where(window => latency(window) is not null && window.Requests > 0).ToList();
        var requests = measured.Sum(window => window.Requests);
        return requests > 0
            ? TimeSpan.FromMilliseconds(measured.Sum(window => (latency(window) ?? TimeSpan.Zero).TotalMilliseconds * window.Requests) / requests)
            : null;
    }
}
