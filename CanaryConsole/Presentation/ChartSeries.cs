using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation;

/// <summary>Metric windows as lines. A period in which nothing was counted is a gap, never a zero.</summary>
internal static class ChartSeries
{
    /// <summary>A gap this long is drawn as one; more points would say nothing more.</summary>
    private const int LongestGap = 400;

    public static double? ErrorRate(MetricWindow window) => window.Requests > 0 ? 100.0 * window.Errors / window.Requests : null;

    public static double? LatencyP99(MetricWindow window) => window.LatencyP99?.TotalMilliseconds;

    public static double? LatencyP50(MetricWindow window) => window.LatencyP50?.TotalMilliseconds;

    public static double? RequestsPerSecond(MetricWindow window) => window.Requests / window.Period.TotalSeconds;

    /// <param name="settledBefore">Windows that end after this moment may still change.</param>
    public static IReadOnlyList<ChartPoint> Of(
        IReadOnlyList<MetricWindow> windows, Func<MetricWindow, double?> value, DateTimeOffset settledBefore)
    {
        var points = new List<ChartPoint>(windows.Count);
        for (var index = 0; index < windows.Count; index++)
        {
            var window = windows[index];
            if (index > 0)
            {
                AddGap(points, windows[index - 1].End, window);
            }

            points.Add(new(window.End.ToUnixTimeMilliseconds(), Rounded(value(window)), window.End > settledBefore));
        }

        return points;
    }

    /// <summary>Each window with the counts of the time before it added in: one failure among thirty requests is no spike worth an axis. Latencies do not add up and are left out.</summary>
    public static IReadOnlyList<MetricWindow> Trailing(IReadOnlyList<MetricWindow> windows, TimeSpan span)
    {
        var pooled = new List<MetricWindow>(windows.Count);
        long requests = 0, errors = 0;
        var first = 0;
        foreach (var window in windows)
        {
            requests += window.Requests;
            errors += window.Errors;
            for (; windows[first].End <= window.End - span; first++)
            {
                requests -= windows[first].Requests;
                errors -= windows[first].Errors;
            }

            pooled.Add(window with { Requests = requests, Errors = errors, LatencyP50 = null, LatencyP90 = null, LatencyP99 = null, SlowRequests = null });
        }

        return pooled;
    }

    /// <summary>The challenger's part of what both sides served in the same period, in percent.</summary>
    public static IReadOnlyList<ChartPoint> ShareOf(
        IReadOnlyList<MetricWindow> side, IReadOnlyList<MetricWindow> other, DateTimeOffset settledBefore)
    {
        var others = other.ToLookup(window => window.Start);
        return Of(side, Share, settledBefore);

        double? Share(MetricWindow window)
        {
            var all = window.Requests + others[window.Start].Sum(match => match.Requests);
            return all > 0 ? 100.0 * window.Requests / all : null;
        }
    }

    /// <summary>What a browser that has <paramref name="before"/> must still hear to have <paramref name="after"/>: points that are new or changed.</summary>
    public static IReadOnlyList<ChartPoint> News(IReadOnlyList<ChartPoint> before, IReadOnlyList<ChartPoint> after)
    {
        var known = new HashSet<ChartPoint>(before);
        return [.. after.Where(point => !known.Contains(point))];
    }

    private static void AddGap(List<ChartPoint> points, DateTimeOffset end, MetricWindow next)
    {
        var missing = (long)((next.Start - end) / next.Period);
        for (var index = Math.Max(1, missing - LongestGap + 1); index <= missing; index++)
        {
            points.Add(new((next.Start - ((missing - index) * next.Period)).ToUnixTimeMilliseconds(), null, false));
        }
    }

    // Four digits are more than a pixel shows, and keep the wire short.
    private static double? Rounded(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 4) : null;
}
