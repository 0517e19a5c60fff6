using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Traffic;

/// <summary>What an endpoint, or one variant of it, did in one minute. Percentiles of several windows do not add up, so the slowest window's p99 stands.</summary>
public sealed record TrafficMinute(DateTimeOffset Start, long Requests, long Errors, TimeSpan? LatencyP99)
{
    public Percentage? ErrorRate => Requests > 0 ? Percentage.FromFraction((double)Errors / Requests) : null;

    /// <summary>One entry per minute of the last hour before the newest window, oldest first; null for a minute in which nothing was counted.</summary>
    public static IReadOnlyList<TrafficMinute?> LastHour(IReadOnlyList<VariantHistory> histories) => LastHour(histories, histories);

    /// <summary>The same of some variants, on the hour of all of them: a variant without traffic of late must not look as if it had some now.</summary>
    public static IReadOnlyList<TrafficMinute?> LastHour(IReadOnlyList<VariantHistory> histories, IReadOnlyList<VariantHistory> all)
    {
        const int Minutes = 60;
        var windows = histories.SelectMany(history => history.Windows).ToList();
        if (windows.Count == 0)
        {
            return [];
        }

        var newest = MinuteOf(all.SelectMany(history => history.Windows).Max(window => window.Start));
        var minutes = new TrafficMinute?[Minutes];
        foreach (var window in windows)
        {
            var index = Minutes - 1 - (int)(newest - MinuteOf(window.Start)).TotalMinutes;
            if (index >= 0)
            {
                minutes[index] = Add(minutes[index], window);
            }
        }

        return minutes;
    }

    private static TrafficMinute Add(TrafficMinute? sum, MetricWindow window) => new(
        MinuteOf(window.Start),
        (sum?.Requests ?? 0) + window.Requests,
        (sum?.Errors ?? 0) + window.Errors,
        sum?.LatencyP99 > window.LatencyP99 ? sum.LatencyP99 : window.LatencyP99 ?? sum?.LatencyP99);

    private static DateTimeOffset MinuteOf(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
