using CanaryConsole.Presentation.Traffic;

namespace CanaryConsole.Presentation;

/// <summary>A small chart without axes, and what it shows in words.</summary>
/// <param name="Path">Empty when nothing was measured.</param>
public sealed record Sparkline(string Path, string Label)
{
    // Fewer errors than this are noise; a scale that fits them would make noise look like an incident.
    private const double SmallestErrorScale = 0.01;

    public static Sparkline Errors(IReadOnlyList<TrafficMinute?> minutes)
    {
        double?[] rates = [.. minutes.Select(minute => minute?.ErrorRate?.Fraction)];
        var top = rates.Max() ?? 0;
        return new Sparkline(
            SparklinePath.Of(rates, 0, Math.Max(top, SmallestErrorScale)),
            rates.Any(rate => rate is not null)
                ? $"Error rate over the last hour, at most {RateText.Errors(Core.Percentage.FromFraction(top))} in a minute"
                : "No error rate over the last hour");
    }

    public static Sparkline LatencyP99(IReadOnlyList<TrafficMinute?> minutes)
    {
        double?[] values = [.. minutes.Select(minute => minute?.LatencyP99?.TotalMilliseconds)];
        if (values.Max() is not { } top)
        {
            return new Sparkline("", "No latency over the last hour");
        }

        // Half the calmest value as the floor: a doubling is plain to see, a tremor is not blown up.
        var floor = (values.Min() ?? 0) / 2;
        return new Sparkline(
            SparklinePath.Of(values, floor, Math.Max(top, floor * 2.4) + 1),
            $"p99 latency over the last hour, at most {LatencyText.Of(TimeSpan.FromMilliseconds(top))}");
    }
}
